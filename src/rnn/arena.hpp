#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "error.hpp"
#include "message.hpp"
#include "tensor.hpp"

namespace rnn {

/// One block of reals, cut into slices in the order they are asked for. Built twice: an
/// arena without memory only counts (the plan), the second one, of that size, holds. So the
/// code that lays out a tape is also the code that measures it.
class Arena {
 public:
  /// An arena that plans: `take` counts and hands out null.
  Arena() = default;

  /// An arena that holds `size` reals, all zero. Throws MemoryError.
  explicit Arena(std::uint64_t size) : capacity_(size) {
    if (size > limit) {
      throw MemoryError(
          message({"the model needs ", size, " numbers in one block, ", limit, " are possible"}));
    }
    block_.reset(static_cast<real*>(std::aligned_alloc(alignment, bytes(size))));
    if (!block_) throw MemoryError(message({"no memory for ", bytes(size), " bytes"}));
    clear();
  }

  /// The next `count` reals, aligned for SIMD.
  real* take(std::uint64_t count) {
    real* slice = block_ ? block_.get() + used_ : nullptr;
    const std::uint64_t rounded = (count + lanes_per_line - 1) / lanes_per_line * lanes_per_line;
    if (rounded < count || used_ + rounded > limit || (block_ && used_ + rounded > capacity_)) {
      throw MemoryError(message({"a slice of ", count, " numbers does not fit"}));
    }
    used_ += rounded;
    return slice;
  }

  std::uint64_t used() const { return used_; }
  real* data() { return block_.get(); }
  const real* data() const { return block_.get(); }
  std::size_t size() const { return static_cast<std::size_t>(capacity_); }

  void clear() {
    for (std::size_t k = 0; k < size(); ++k) block_.get()[k] = 0;
  }

 private:
  struct Free {
    void operator()(real* block) const { std::free(block); }
  };
  static constexpr std::size_t alignment = 64;
  static constexpr std::uint64_t lanes_per_line = alignment / sizeof(real);
#ifdef RNN_ARENA_LIMIT
  /// The fuzzers' models must stay small, whatever a file asks for.
  static constexpr std::uint64_t limit = RNN_ARENA_LIMIT;
#else
  /// A wasm address has 32 bits; half of them keep every byte count a signed number.
  static constexpr std::uint64_t limit = 0x7fffffffULL / sizeof(real) - lanes_per_line;
#endif

  static std::size_t bytes(std::uint64_t size) {
    const std::uint64_t wanted = size * sizeof(real) + alignment;
    return static_cast<std::size_t>(wanted / alignment * alignment);
  }

  std::unique_ptr<real, Free> block_;
  std::uint64_t capacity_ = 0;
  std::uint64_t used_ = 0;
};

}  // namespace rnn
