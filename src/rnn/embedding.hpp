#pragma once

#include "batch.hpp"
#include "parameters.hpp"

namespace rnn {

/// A table of one row of features a token: x = E[token].
class Embedding {
 public:
  Embedding(const Config& config, Parameters& parameters)
      : weight_(parameters.declare("embedding.weight", config.vocabulary, config.embedding)) {}

  /// x (steps · batch, embedding): the row of every token of the batch.
  void forward(const Batch& batch, Parameters& parameters, const View<2>& x) const;

  /// Adds dx of every token to the gradient of the token's row.
  void backward(const Batch& batch, Parameters& parameters, const View<2>& dx) const;

 private:
  Parameters::Id weight_;
};

}  // namespace rnn
