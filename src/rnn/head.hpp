#pragma once

#include "arena.hpp"
#include "batch.hpp"
#include "parameters.hpp"

namespace rnn {

/// From the summary of a sequence to its class: affine, softmax, cross-entropy.
class Head {
 public:
  Head(const Config& config, Parameters& parameters);

  void lay_out(Arena& tape, const Config& config);
  void list(Directory& directory) const;

  View<2> summary(const Batch& batch) { return matrix(summary_, batch.rows(), features_); }
  View<2> summary_gradient(const Batch& batch) {
    return matrix(dsummary_, batch.rows(), features_);
  }

  /// Fills logits and probabilities (batch, classes) from the summary.
  void forward(const Batch& batch, Parameters& parameters);

  /// Mean cross-entropy of the batch against its labels, in nats.
  real loss(const Batch& batch) const;
  /// Rows whose largest logit, the first of equals, is their label's.
  std::size_t correct(const Batch& batch) const;

  /// Gradients of the mean loss: the head's parameters, and summary_gradient.
  void backward(const Batch& batch, Parameters& parameters);

 private:
  std::size_t features_, classes_;
  Parameters::Id weight_, bias_;
  real* summary_ = nullptr;
  real* dsummary_ = nullptr;
  real* logits_ = nullptr;
  real* dlogits_ = nullptr;
  real* probabilities_ = nullptr;
  real* weight_t_ = nullptr;
};

}  // namespace rnn
