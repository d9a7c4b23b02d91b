#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>

#include "arena.hpp"

namespace rnn {

static_assert(std::endian::native == std::endian::little, "saved models are little-endian");

/// The state of a model as bytes: one list of fields serves to measure, write and read it, so
/// the three cannot disagree.
class Archive {
 public:
  /// Measures: counts bytes, touches nothing.
  Archive() = default;
  /// Writes into `bytes`, or reads from it.
  static Archive writing(std::span<std::byte> bytes) { return {Mode::write, bytes}; }
  static Archive reading(std::span<std::byte> bytes) { return {Mode::read, bytes}; }

  /// An arithmetic value, eight bytes wide whatever the machine's size of it.
  template <class T>
  void number(T& value) {
    using Wide = std::conditional_t<std::is_floating_point_v<T>, double, std::uint64_t>;
    Wide wide = static_cast<Wide>(value);
    copy(&wide, sizeof wide);
    if (mode_ == Mode::read) value = static_cast<T>(wide);
  }
  template <class T>
  void numbers(T* values, std::size_t count) {
    copy(values, count * sizeof(T));
  }
  void block(Arena& arena) { copy(arena.data(), arena.size() * sizeof(real)); }

  std::size_t size() const { return used_; }

 private:
  enum class Mode : std::uint8_t { measure, write, read };
  Archive(Mode mode, std::span<std::byte> bytes) : mode_(mode), bytes_(bytes) {}

  /// The caller has measured: there are as many bytes as are asked for.
  void copy(void* memory, std::size_t count) {
    if (mode_ == Mode::write && count != 0) std::memcpy(bytes_.data() + used_, memory, count);
    if (mode_ == Mode::read && count != 0) std::memcpy(memory, bytes_.data() + used_, count);
    used_ += count;
  }

  Mode mode_ = Mode::measure;
  std::span<std::byte> bytes_;
  std::size_t used_ = 0;
};

}  // namespace rnn
