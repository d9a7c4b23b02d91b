#pragma once

#include <cstddef>

/// Memory that runs out on demand: what operator new does where there is none is tried too.
namespace memory {

/// No block is larger while an input runs; a file may ask for gigabytes.
constexpr std::size_t largest = std::size_t{2} << 20U;

/// Within its life the limit holds, and the block after `before` others is refused, once;
/// `before` negative: none is.
class Scarce {
 public:
  explicit Scarce(int before = -1);
  ~Scarce();
  Scarce(const Scarce&) = delete;
  Scarce& operator=(const Scarce&) = delete;
};

}  // namespace memory
