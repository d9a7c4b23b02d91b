#include "evaluation.hpp"

#include <algorithm>
#include <limits>

namespace rnn {

Evaluation::Evaluation(const Config& config)
    : classes_(config.classes), confusion_(classes_ <= most_classes ? classes_ * classes_ : 0) {}

void Evaluation::list(Directory& directory) {
  if (confusion_.empty()) return;
  directory.add_fixed_integers("evaluation.confusion", confusion_.data(), classes_, classes_);
}

void Evaluation::begin() {
  loss_sum_ = weight_ = 0;
  correct_ = count_ = 0;
  std::fill(confusion_.begin(), confusion_.end(), 0);
}

void Evaluation::add(const Score& score, const Batch& batch, const Head& head) {
  loss_sum_ += score.loss * score.weight;
  weight_ += score.weight;
  correct_ += score.correct;
  count_ += score.count;
  if (confusion_.empty()) return;
  for (const std::int32_t place : batch.places()) {
    const std::int32_t y = batch.target(place);
    if (y < 0) continue;
    std::int32_t& seen = confusion_[static_cast<std::size_t>(y) * classes_ +
                                    static_cast<std::size_t>(head.prediction(place))];
    if (seen < std::numeric_limits<std::int32_t>::max()) ++seen;  // the host may have written it
  }
}

}  // namespace rnn
