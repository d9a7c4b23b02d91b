#pragma once

#include <cstdint>
#include <vector>

#include "config.hpp"
#include "directory.hpp"
#include "tensor.hpp"

namespace rnn {

/// A batch of token sequences of differing lengths, and who takes part in which step. With
/// lengths 5, 3, 1 the steps have 3, 2, 2, 1, 1 rows: a mask, or a packed sequence, as lists.
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
  /// Every row of the batch, once.
  Rows each_row() const { return rows_at(0); }

  /// time-major: token of row b at step t is tokens()[t · rows() + b]
  const std::int32_t* tokens() const { return tokens_.data(); }
  std::size_t length(std::size_t row) const { return static_cast<std::size_t>(lengths_[row]); }
  std::size_t label(std::size_t row) const { return static_cast<std::size_t>(labels_[row]); }

  void list(Directory& directory);

 private:
  std::size_t vocabulary_;
  std::size_t classes_;
  std::size_t max_rows_;
  std::size_t max_steps_;
  std::size_t rows_ = 0;
  std::size_t steps_ = 0;
  std::vector<std::int32_t> tokens_, lengths_, labels_;
  std::vector<std::int32_t> row_of_, flat_;
  std::vector<std::size_t> first_;  ///< where step t begins in the two lists
};

}  // namespace rnn
