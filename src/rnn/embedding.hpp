#pragma once

#include <vector>

#include "pass.hpp"

namespace rnn {

/// A table of one row of features a token: x = E[token].
class Embedding {
 public:
  Embedding(const Config& config, Parameters& parameters);

  /// x (steps · batch, embedding): the row of every token of the batch.
  void forward(const Pass& pass, View<2> x) const;

  /// Adds dx of every token to the gradient of the token's row.
  void backward(const Pass& pass, const View<2>& dx);

  /// The rows that the gradient now has: every token of the last backward once, in the order
  /// of their first occurrence.
  Rows rows() const { return Rows(rows_).first(row_count_); }
  Parameters::Id weight() const { return weight_; }

  /// Sets the gradient to zero where it may differ from it.
  void clear_gradient(Parameters& parameters);

 private:
  void note(std::int32_t token);

  Parameters::Id weight_;
  std::vector<std::int32_t> rows_;
  std::vector<bool> noted_;  ///< a token is among rows_
  std::size_t row_count_ = 0;
};

}  // namespace rnn
