#include "config.hpp"

#include <cmath>
#include <cstdint>
#include <string>

#include "error.hpp"

namespace rnn {

namespace {

void require_between(const char* name, std::uint64_t value, std::uint64_t low, std::uint64_t high) {
  if (value >= low && value <= high) return;
  throw ArgumentError(std::string(name) + " is " + std::to_string(value) + ", it can be " +
                      std::to_string(low) + " to " + std::to_string(high));
}

}  // namespace

void validate(const Config& config) {
  // Ceilings far above any lesson; they keep every product of two sizes within 64 bits.
  constexpr std::size_t many = 1U << 24U;
  require_between("vocabulary", config.vocabulary, 1, many);
  require_between("embedding", config.embedding, 1, 4096);
  require_between("hidden", config.hidden, 1, 4096);
  require_between("classes", config.classes, 2, 65536);
  require_between("layers", config.layers, 1, 4);
  require_between("max_batch", config.max_batch, 1, 65536);
  require_between("max_length", config.max_length, 1, 65536);
  require_between("max_batch · max_length", std::uint64_t{config.max_batch} * config.max_length, 1,
                  many);
  if (!std::isfinite(config.learning_rate) || config.learning_rate <= 0) {
    throw ArgumentError("learning_rate is " + std::to_string(config.learning_rate) +
                        ", it must be a finite number above 0");
  }
  if (!std::isfinite(config.clip_norm) || config.clip_norm < 0) {
    throw ArgumentError("clip_norm is " + std::to_string(config.clip_norm) +
                        ", it must be a finite number, 0 for no clipping");
  }
  if (config.forget_bias && config.cell != Cell::lstm) {
    throw ArgumentError("forget_bias is set, but only the LSTM has a forget gate");
  }
  if (config.forget_bias && !std::isfinite(*config.forget_bias)) {
    throw ArgumentError("forget_bias is not a finite number");
  }
}

}  // namespace rnn
