#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>

/// The bytes of one input, read from the front; behind their end everything is zero. So an
/// input cut short means the same as far as it goes, and longer ones go on from there.
class Input {
 public:
  explicit Input(std::span<const std::uint8_t> bytes) : rest_(bytes) {}

  bool empty() const { return rest_.empty(); }

  template <class T>
  T number() {
    T value{};
    const std::size_t count = std::min(sizeof value, rest_.size());
    if (count != 0) std::memcpy(&value, rest_.data(), count);
    rest_ = rest_.subspan(count);
    return value;
  }
  std::uint8_t byte() { return number<std::uint8_t>(); }

  /// 0 to `count` − 1; one byte, so count is at most 256.
  std::size_t below(std::size_t count) { return byte() % count; }

  /// As many bytes as the first one says, if there are so many.
  std::string text() {
    const std::size_t count = std::min<std::size_t>(byte(), rest_.size());
    std::string result(rest_.begin(), rest_.begin() + static_cast<std::ptrdiff_t>(count));
    rest_ = rest_.subspan(count);
    return result;
  }

 private:
  std::span<const std::uint8_t> rest_;
};
