// From the summary s of a place (a row, or a step of a row) to its class y.
//
//   l = V s + d                  (head.1)
//   p = softmax(l)               (head.2)
//   L = −ln p_y = ln Σ_k e^l_k − l_y, its mean over the batch   (head.3)
//
// The mean is over the places whose answer counts, each weighted with its class's w_y, as
// PyTorch's cross_entropy has it: Σ w_y L / Σ w_y. Shapes: s (places, S), V (K, S), d (K),
// l and p (places, K).

#include "head.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "error.hpp"
#include "kernels.hpp"
#include "lanes.hpp"
#include "message.hpp"
#include "product.hpp"

namespace rnn {

void Head::prepare(Parameters& parameters) {
  weight_t_ = pack_transposed(parameters.value(weight_), packed_weight_t_);
}

void Head::forward(const Pass& pass, const View<2>& input) {
  const Rows places = pass.batch.places();
  const View<2> logits = matrix(logits_, pass.batch.place_count(), classes_);
  affine(places, input, weight_t_, pass.parameters.value_vector(bias_), logits);  // (head.1)
  softmax(places, logits, matrix(probabilities_, pass.batch.place_count(), classes_),
          log_sums_);  // (head.2)
  for (const std::int32_t place : places) {
    const real* row = logits_ + static_cast<std::size_t>(place) * classes_;
    predictions_[static_cast<std::size_t>(place)] =
        static_cast<std::int32_t>(std::max_element(row, row + classes_) - row);
  }
}

double Head::weight_at(const Batch& batch, std::int32_t place, std::int32_t step) const {
  const std::int32_t y = batch.target(place);
  if (y < 0) return 0;
  if (step >= 0 && place / static_cast<std::int32_t>(batch.rows()) != step) return 0;
  return class_weights_[y];
}

double Head::total_weight(const Batch& batch, std::int32_t step) const {
  double total = 0;
  for (const std::int32_t place : batch.places()) total += weight_at(batch, place, step);
  return total;
}

void Head::check(const Batch& batch, std::int32_t step) const {
  for (std::size_t k = 0; k < classes_; ++k) {
    if (std::isfinite(class_weights_[k]) && class_weights_[k] >= 0) continue;
    refuse({"the weight of class ", k, " is ", class_weights_[k],
            ", it must be finite and at least 0"});
  }
  if (total_weight(batch, step) > 0) return;
  refuse({"no label of the batch counts: all are −1 or of a class of weight 0"});
}

Score Head::score(const Batch& batch, std::int32_t step) const {
  Score score;
  real sum = 0;
  for (const std::int32_t place : batch.places()) {
    const std::int32_t y = batch.target(place);
    if (y < 0 || (step >= 0 && place / static_cast<std::int32_t>(batch.rows()) != step)) continue;
    const auto at = static_cast<std::size_t>(place);
    const real loss = log_sums_[at] - logits_[at * classes_ + static_cast<std::size_t>(y)];
    sum += class_weights_[y] * loss;  // (head.3)
    ++score.count;
    if (predictions_[at] == y) ++score.correct;
  }
  score.weight = total_weight(batch, step);
  score.loss = static_cast<double>(sum / static_cast<real>(score.weight));
  return score;
}

void Head::clear_logit_gradients(const Batch& batch) {
  std::fill_n(dlogits_, batch.place_count() * classes_, real(0));
}

void Head::differentiate_loss(const Batch& batch, std::int32_t step) {
  clear_logit_gradients(batch);
  const Units dl(dlogits_, classes_), p(probabilities_, classes_);
  const real total = static_cast<real>(total_weight(batch, step));
  for (const std::int32_t place : batch.places()) {
    const real share = static_cast<real>(weight_at(batch, place, step)) / total;
    if (share == 0) continue;
    for_each_unit(Rows(&place, 1), classes_, [&](auto at) {
      dl[at] = Lane(p[at]) * Lane(share);  // (head.3') (head.2'): w_y (p − [k = y]) / Σ w
    });
    dlogits_[static_cast<std::size_t>(place) * classes_ +
             static_cast<std::size_t>(batch.target(place))] -= share;
  }
}

void Head::differentiate_logit(const Batch& batch, std::int32_t step, std::int32_t klass) {
  clear_logit_gradients(batch);
  const Rows places = every_step_ ? batch.rows_at(static_cast<std::size_t>(step)) : batch.places();
  const std::size_t first = every_step_ ? static_cast<std::size_t>(step) * batch.rows() : 0;
  for (const std::int32_t row : places) {
    const std::size_t place = first + static_cast<std::size_t>(row);
    dlogits_[place * classes_ + static_cast<std::size_t>(klass)] = 1;
  }
}

void Head::backward(const Pass& pass, const View<2>& input, const View<2>& dinput) {
  const Rows places = pass.batch.places();
  const View<2> dlogits = matrix(dlogits_, pass.batch.place_count(), classes_);
  affine_weight_gradient(places, dlogits, input, pass.parameters.gradient(weight_),
                         pass.parameters.gradient_vector(bias_));  // (head.1')
  const Panels weight = pack(pass.parameters.value(weight_), packed_weight_);
  affine_input_gradient(places, dlogits, weight, dinput);  // (head.1')
}

}  // namespace rnn
