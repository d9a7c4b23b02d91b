#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

namespace rnn {

enum class Cell : std::uint8_t { elman, lstm, gru };
enum class Direction : std::uint8_t { forward, backward, both };

/// What makes a model: a classifier of token sequences,
/// embedding → recurrent layers → last state(s) → affine → softmax.
struct Config {
  std::size_t vocabulary = 0;  ///< number of tokens
  std::size_t embedding = 0;   ///< D, features of one token
  std::size_t hidden = 0;      ///< H, units of one layer in one direction
  std::size_t classes = 0;     ///< K
  std::size_t layers = 1;
  Cell cell = Cell::lstm;
  Direction direction = Direction::forward;

  std::size_t max_batch = 0;   ///< B, most sequences of one batch
  std::size_t max_length = 0;  ///< T, most tokens of one sequence

  std::uint32_t seed = 0;
  double learning_rate = 1e-3;
  double clip_norm = 0;                 ///< largest norm of the whole gradient; 0: no clipping
  std::optional<double> forget_bias{};  ///< LSTM: b_ih + b_hh of f; none: PyTorch's draw

  std::size_t directions() const { return direction == Direction::both ? 2 : 1; }
  bool has_forward() const { return direction != Direction::backward; }
  bool has_reverse() const { return direction != Direction::forward; }
  /// Width of what one layer hands to the next, and of the summary.
  std::size_t output() const { return directions() * hidden; }
};

/// Throws ArgumentError with the name, the value and the range of the first field that no
/// model can have.
void validate(const Config& config);

}  // namespace rnn
