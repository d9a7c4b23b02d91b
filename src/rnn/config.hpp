#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

namespace rnn {

enum class Cell : std::uint8_t { bag, elman, lstm, gru };
enum class Nonlinearity : std::uint8_t { tanh, relu };
enum class Direction : std::uint8_t { forward, backward, both };
/// What is read off the top layer, and so what a label belongs to.
enum class HeadKind : std::uint8_t {
  last,  ///< a class for the row, from its last state(s)
  mean,  ///< a class for the row, from the mean over its steps
  each,  ///< a label for every step
  next   ///< the token that follows, at every step
};
enum class OptimizerKind : std::uint8_t { adam, sgd, rmsprop };
enum class RecurrentInit : std::uint8_t { uniform, orthogonal };

/// What makes a model: embedding → recurrent layers → head, and how it is trained.
struct Config {
  std::size_t vocabulary = 0;  ///< number of tokens
  std::size_t embedding = 0;   ///< D, features of one token
  std::size_t hidden = 0;      ///< H, units of one layer in one direction; a bag has none
  std::size_t classes = 0;     ///< K; a head of next tokens has the vocabulary's
  std::size_t layers = 1;
  Cell cell = Cell::lstm;
  Nonlinearity nonlinearity = Nonlinearity::tanh;  ///< of the Elman cell
  Direction direction = Direction::forward;
  HeadKind head = HeadKind::last;

  std::size_t max_batch = 0;   ///< B, most sequences of one batch
  std::size_t max_length = 0;  ///< T, most tokens of one sequence

  double dropout_embedding = 0;  ///< probability that a feature of a token is dropped
  double dropout_layers = 0;     ///< of an output on its way to the next layer
  double dropout_output = 0;     ///< of what the head reads
  bool carry = false;            ///< a training batch goes on from the last one's states
  std::size_t truncate = 0;      ///< most steps that a gradient goes back; 0: all

  std::uint32_t seed = 0;
  OptimizerKind optimizer = OptimizerKind::adam;
  double learning_rate = 1e-3;
  double momentum = 0;            ///< SGD, RMSProp
  bool sparse_embedding = false;  ///< Adam only for the embedding rows that a batch has
  double clip_norm = 0;           ///< largest norm of the whole gradient; 0: no clipping
  RecurrentInit recurrent_init = RecurrentInit::uniform;
  double recurrent_scale = 1;           ///< multiplies U (Elman: H) once it is drawn
  std::optional<double> forget_bias{};  ///< LSTM: b_ih + b_hh of f; none: PyTorch's draw

  std::size_t directions() const { return direction == Direction::both ? 2 : 1; }
  bool has_forward() const { return direction != Direction::backward; }
  bool has_reverse() const { return direction != Direction::forward; }
  std::size_t recurrent_layers() const { return cell == Cell::bag ? 0 : layers; }
  /// Width of what one layer hands to the next, and of what the head reads.
  std::size_t output() const { return cell == Cell::bag ? embedding : directions() * hidden; }
  /// Whether the head answers at every step, not once a row.
  bool every_step() const { return head == HeadKind::each || head == HeadKind::next; }
};

/// The configuration with what follows from the rest filled in (`classes` of a head of next
/// tokens). Throws ArgumentError with the name, the value and the range of the first field
/// that no model can have.
Config validated(Config config);

}  // namespace rnn
