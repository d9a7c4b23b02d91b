// What a head is made of: its parameters, its part of the tape, and their names.

#include <algorithm>

#include "head.hpp"

namespace rnn {

Head::Head(const Config& config, Parameters& parameters)
    : features_(config.output()),
      classes_(config.classes),
      every_step_(config.every_step()),
      weight_(parameters.declare("head.weight", config.classes, config.output())),
      bias_(parameters.declare("head.bias", config.classes)),
      predictions_(every_step_ ? config.max_batch * config.max_length : config.max_batch) {}

void Head::lay_out(Arena& tape, const Config& config) {
  const std::uint64_t rows = config.max_batch;
  const std::uint64_t places = every_step_ ? rows * config.max_length : rows;
  logits_ = tape.take(places * classes_);
  dlogits_ = tape.take(places * classes_);
  probabilities_ = tape.take(places * classes_);
  log_sums_ = tape.take(places);
  class_weights_ = tape.take(classes_);
  packed_weight_t_ = tape.take(panels_size(features_, classes_));
  packed_weight_ = tape.take(panels_size(classes_, features_));
  if (class_weights_) std::fill_n(class_weights_, classes_, real(1));
}

void Head::list(Directory& directory) {
  const auto add = [&](const char* name, real* data) {
    if (every_step_) directory.add_steps(name, data, classes_, classes_);
    if (!every_step_) directory.add_rows(name, data, classes_);
  };
  add("logits", logits_);
  add("gradient.logits", dlogits_);
  add("probabilities", probabilities_);
  directory.add_fixed("class_weights", class_weights_, classes_, 0);
  if (every_step_) directory.add_step_integers("predictions", predictions_.data());
  if (!every_step_) directory.add_row_integers("predictions", predictions_.data());
}

}  // namespace rnn
