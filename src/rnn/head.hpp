#pragma once

#include <vector>

#include "arena.hpp"
#include "panels.hpp"
#include "pass.hpp"

namespace rnn {

/// How well a batch was answered, over the places whose answer counts.
struct Score {
  double loss = 0;    ///< weighted mean of the cross-entropy, nats
  double weight = 0;  ///< what the mean is over: the sum of the weights
  std::size_t correct = 0;
  std::size_t count = 0;
};

/// From what is read at each place to its class: affine, softmax, cross-entropy. A place is a
/// row of the batch, or a token where the head answers at every step.
class Head {
 public:
  Head(const Config& config, Parameters& parameters);

  void lay_out(Arena& tape, const Config& config);
  void list(Directory& directory);

  /// Takes over the weights as they are; to be called before forward wherever they changed.
  void prepare(Parameters& parameters);

  /// Fills logits, probabilities and predictions from `input` (places, features).
  void forward(const Pass& pass, const View<2>& input);

  /// Throws ArgumentError if no answer of the batch counts, or a class weight is no weight.
  /// `step` −1 counts every place, else the places of that step alone.
  void check(const Batch& batch, std::int32_t step = -1) const;

  Score score(const Batch& batch, std::int32_t step = -1) const;

  /// Sets gradient.logits to that of the loss which `score` tells.
  void differentiate_loss(const Batch& batch, std::int32_t step = -1);
  /// Sets gradient.logits to that of one logit, in every row that has a token at `step`
  /// (where the head answers once a row, in every row).
  void differentiate_logit(const Batch& batch, std::int32_t step, std::int32_t klass);

  /// From gradient.logits: adds to the head's gradients and to dinput.
  void backward(const Pass& pass, const View<2>& input, const View<2>& dinput);

  /// The likeliest class of a place, the first of equals.
  std::int32_t prediction(std::int32_t place) const {
    return predictions_[static_cast<std::size_t>(place)];
  }
  /// Of the first place.
  const real* logits() const { return logits_; }

  /// For a saved model: one weight a class.
  real* class_weights() { return class_weights_; }
  std::size_t classes() const { return classes_; }

 private:
  /// The weight of the answer at a place, 0 where it does not count.
  double weight_at(const Batch& batch, std::int32_t place, std::int32_t step) const;
  double total_weight(const Batch& batch, std::int32_t step) const;
  void clear_logit_gradients(const Batch& batch);

  std::size_t features_, classes_;
  bool every_step_;
  Parameters::Id weight_, bias_;
  real* logits_ = nullptr;         ///< (places, K)
  real* dlogits_ = nullptr;        ///< (places, K)
  real* probabilities_ = nullptr;  ///< (places, K)
  real* log_sums_ = nullptr;       ///< (places)
  real* class_weights_ = nullptr;  ///< (K)
  real* packed_weight_t_ = nullptr;
  real* packed_weight_ = nullptr;
  Panels weight_t_{};  ///< (features, K), from prepare
  std::vector<std::int32_t> predictions_;
};

}  // namespace rnn
