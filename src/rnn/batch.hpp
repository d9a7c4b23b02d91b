#pragma once

#include <cstdint>
#include <vector>

#include "config.hpp"
#include "directory.hpp"
#include "repeats.hpp"
#include "tensor.hpp"

namespace rnn {

/// A batch of token sequences of differing lengths, who takes part in which step, and what
/// the head should answer where. With lengths 5, 3, 1 the steps have 3, 2, 2, 1, 1 rows: a
/// mask, or a packed sequence, as lists.
class Batch {
 public:
  explicit Batch(const Config& config);

  /// Sets the extent: `rows` sequences of at most `steps` tokens. Throws ArgumentError.
  void resize(std::size_t rows, std::size_t steps);

  /// Checks tokens, lengths and (where asked) labels, and lists the rows of every step.
  /// Throws ArgumentError that names the first offender.
  void index(bool with_labels);

  std::size_t rows() const { return rows_; }
  std::size_t steps() const { return steps_; }
  Directory::Batch extent() const { return {rows_, steps_}; }

  /// Batch rows that have a token at step t.
  Rows rows_at(std::size_t t) const {
    return Rows(row_of_).subspan(first_[t], first_[t + 1] - first_[t]);
  }
  /// The same of all steps, as rows of a (steps · batch, ·) matrix: t · rows() + b.
  Rows all_rows() const { return Rows(flat_).first(first_[steps_]); }
  /// Which of all_rows() hold the same token.
  const Repeats& repeats() const { return repeats_; }
  /// Every row of the batch, once.
  Rows each_row() const { return rows_at(0); }

  /// Where the head answers: every row once, or every token; rows of its matrices.
  Rows places() const { return every_step_ ? all_rows() : each_row(); }
  /// Rows of a matrix that has one for every place.
  std::size_t place_count() const { return every_step_ ? steps_ * rows_ : rows_; }
  /// The right answer there, −1 where none is counted. Good after index(true).
  std::int32_t target(std::int32_t place) const {
    return target_of_[static_cast<std::size_t>(place)];
  }

  /// time-major: token of row b at step t is tokens()[t · rows() + b]
  const std::int32_t* tokens() const { return tokens_.data(); }
  std::size_t length(std::size_t row) const { return static_cast<std::size_t>(lengths_[row]); }

  /// Makes the batch one row of one token: a step of sampling.
  void set_single(std::int32_t token);

  void list(Directory& directory);

 private:
  void index_targets();
  std::int32_t target_at(std::size_t t, std::size_t row) const;

  std::size_t vocabulary_;
  std::size_t classes_;
  std::size_t max_rows_;
  std::size_t max_steps_;
  HeadKind head_;
  bool every_step_;
  std::size_t rows_ = 0;
  std::size_t steps_ = 0;
  std::vector<std::int32_t> tokens_, lengths_, labels_, targets_;
  std::vector<std::int32_t> row_of_, flat_, target_of_;
  std::vector<std::size_t> first_;  ///< where step t begins in row_of_ and flat_
  Repeats repeats_;
};

}  // namespace rnn
