// From the summary s of a sequence to the class y.
//
//   l = V s + d                  (head.1)
//   p = softmax(l)               (head.2)
//   L = −ln p_y = ln Σ_k e^l_k − l_y, its mean over the batch   (head.3)
//
// Shapes: s (B, S), V (K, S), d (K), l and p (B, K).

#include "head.hpp"

#include <algorithm>

#include "kernels.hpp"
#include "lanes.hpp"

namespace rnn {

Head::Head(const Config& config, Parameters& parameters)
    : features_(config.output()),
      classes_(config.classes),
      weight_(parameters.declare("head.weight", config.classes, config.output())),
      bias_(parameters.declare("head.bias", config.classes)) {}

void Head::lay_out(Arena& tape, const Config& config) {
  const std::uint64_t rows = config.max_batch;
  summary_ = tape.take(rows * features_);
  dsummary_ = tape.take(rows * features_);
  logits_ = tape.take(rows * classes_);
  dlogits_ = tape.take(rows * classes_);
  probabilities_ = tape.take(rows * classes_);
  weight_t_ = tape.take(features_ * classes_);
}

void Head::list(Directory& directory) const {
  directory.add_rows("summary", summary_, features_);
  directory.add_rows("gradient.summary", dsummary_, features_);
  directory.add_rows("logits", logits_, classes_);
  directory.add_rows("gradient.logits", dlogits_, classes_);
  directory.add_rows("probabilities", probabilities_, classes_);
}

void Head::forward(const Batch& batch, Parameters& parameters) {
  const View<2> logits = matrix(logits_, batch.rows(), classes_);
  const View<2> weight_t = matrix(weight_t_, features_, classes_);
  write_transposed(parameters.value(weight_), weight_t);
  affine(batch.each_row(), summary(batch), weight_t, parameters.value_vector(bias_),
         logits);                                                                     // (head.1)
  softmax(batch.each_row(), logits, matrix(probabilities_, batch.rows(), classes_));  // (head.2)
}

real Head::loss(const Batch& batch) const {
  const View<2> logits = matrix(logits_, batch.rows(), classes_);
  real sum = 0;
  for (std::size_t b = 0; b < batch.rows(); ++b) {
    sum += log_sum_exp(logits, b) - logits(b, batch.label(b));  // (head.3)
  }
  return sum / static_cast<real>(batch.rows());
}

std::size_t Head::correct(const Batch& batch) const {
  std::size_t count = 0;
  for (std::size_t b = 0; b < batch.rows(); ++b) {
    const real* row = logits_ + b * classes_;
    const auto best = static_cast<std::size_t>(std::max_element(row, row + classes_) - row);
    if (best == batch.label(b)) ++count;
  }
  return count;
}

void Head::backward(const Batch& batch, Parameters& parameters) {
  View<2> dlogits = matrix(dlogits_, batch.rows(), classes_);
  const Units dl(dlogits), p(probabilities_, classes_);
  const real share = real(1) / static_cast<real>(batch.rows());
  for_each_unit(batch.each_row(), classes_, [&](auto at) {
    dl[at] = Lane(p[at]) * Lane(share);  // (head.3') (head.2'): (p − [k = y]) / B
  });
  for (std::size_t b = 0; b < batch.rows(); ++b) dlogits(b, batch.label(b)) -= share;

  affine_weight_gradient(batch.each_row(), dlogits, summary(batch), parameters.gradient(weight_),
                         parameters.gradient_vector(bias_));  // (head.1')
  std::fill_n(dsummary_, batch.rows() * features_, real(0));
  affine_input_gradient(batch.each_row(), dlogits, parameters.value(weight_),
                        summary_gradient(batch));  // (head.1')
}

}  // namespace rnn
