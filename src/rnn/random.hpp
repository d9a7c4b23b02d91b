#pragma once

#include <cmath>
#include <cstdint>
#include <string_view>

#include "elementary.hpp"

namespace rnn {

/// The generator of every number that is drawn: PCG32 (O'Neill, 2014), 64 bits of state,
/// 32 bits out. A stream is named, so a tensor starts the same whatever else the model has:
/// two models with one seed share the embedding they begin with.
class Random {
 public:
  /// `number` tells draws of one stream apart that must not depend on each other's count.
  Random(std::uint32_t seed, std::string_view stream, std::uint64_t number = 0) {
    std::uint64_t name = 0xcbf29ce484222325ULL;  // FNV-1a
    for (const char letter : stream) {
      name = (name ^ static_cast<unsigned char>(letter)) * 0x100000001b3ULL;
    }
    increment_ = name << 1U | 1U;
    next();
    state_ += seed + (number << 32U);
    next();
  }

  std::uint32_t next() {
    const std::uint64_t old = state_;
    state_ = old * 6364136223846793005ULL + increment_;
    const auto shifted = static_cast<std::uint32_t>(((old >> 18U) ^ old) >> 27U);
    const auto turn = static_cast<std::uint32_t>(old >> 59U);
    return (shifted >> turn) | (shifted << ((32U - turn) & 31U));
  }

  /// Uniform in [0, 1): a multiple of 2^-24, so float and double builds draw the same.
  double uniform() { return static_cast<double>(next() >> 8U) * 0x1p-24; }

  double uniform(double low, double high) { return low + (high - low) * uniform(); }

  /// Standard normal, by Marsaglia's polar method; its logarithm is our own.
  double normal() {
    while (true) {
      const double u = uniform(-1, 1);
      const double v = uniform(-1, 1);
      const double s = u * u + v * v;
      if (s >= 1 || s == 0) continue;
      return u * std::sqrt(-2 * log(s) / s);  // IEEE 754 fixes every bit of a square root
    }
  }

 private:
  std::uint64_t state_ = 0;
  std::uint64_t increment_ = 0;
};

}  // namespace rnn
