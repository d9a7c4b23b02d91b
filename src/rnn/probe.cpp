#include "probe.hpp"

#include <string>

#include "error.hpp"
#include "message.hpp"

namespace rnn {

namespace {

void require_within(const char* what, std::int32_t value, std::int64_t low, std::int64_t high) {
  if (value >= low && value <= high) return;
  refuse({"probe.objective has ", what, " ", value, ", it can be ", low, " to ", high});
}

}  // namespace

void Probe::list(Directory& directory) {
  directory.add_fixed_integers("probe.objective", objective_.data(), objective_.size());
}

void Probe::check(const Config& config, const Batch& batch, const Head& head) const {
  require_within("kind", kind(), none, logit);
  if (kind() == none) return;
  const std::size_t steps = config.every_step() ? batch.steps() : 0;
  const bool can_be_whole = kind() == loss || !config.every_step();
  require_within("step", step(), can_be_whole ? -1 : 0, static_cast<std::int64_t>(steps) - 1);
  if (kind() == logit) {
    require_within("class", klass(), 0, static_cast<std::int64_t>(config.classes) - 1);
  }
  if (kind() == loss && step() >= 0) head.check(batch, step());
}

void Probe::differentiate(Head& head, const Batch& batch) const {
  if (kind() == loss) head.differentiate_loss(batch, step());
  if (kind() == logit) head.differentiate_logit(batch, step(), klass());
}

}  // namespace rnn
