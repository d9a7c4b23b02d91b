#include "model.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "error.hpp"
#include "initialise.hpp"

namespace rnn {

namespace {

/// Weights and moments that are known to be good are kept once in so many steps: a copy is
/// cheap beside 64 steps, and a learner loses at most as many.
constexpr std::uint64_t keep_every = 64;

/// A guess at random costs ln K, and no classifier that learns is a thousand nats off: from
/// there on the weights have run away, though 32 bits can still hold the number.
constexpr double diverged_loss = 1000;

const Config& valid(const Config& config) {
  validate(config);
  return config;
}

Parameters& allocated(Parameters& parameters) {
  parameters.allocate();
  return parameters;
}

}  // namespace

Model::Model(const Config& config)
    : config_(valid(config)),
      batch_(config_),
      embedding_(config_, parameters_),
      recurrent_(config_, parameters_),
      head_(config_, parameters_),
      adam_(allocated(parameters_)),
      kept_values_(parameters_.values().size()) {
  const auto lay_out = [&](Arena& tape) {
    recurrent_.lay_out(tape, config_);
    head_.lay_out(tape, config_);
  };
  Arena plan;
  lay_out(plan);
  tape_ = Arena(plan.used());
  lay_out(tape_);

  initialise(config_, parameters_);
  for (const Parameters::Entry& e : parameters_.entries()) {
    const auto add = [&](const char* prefix, Arena& block) {
      directory_.add_fixed(prefix + e.name, block.data() + e.offset, e.rows, e.columns);
    };
    add("", parameters_.values());
    add("gradient.", parameters_.gradients());
    add("moment1.", adam_.first_moments());
    add("moment2.", adam_.second_moments());
  }
  batch_.list(directory_);
  recurrent_.list(directory_);
  head_.list(directory_);
}

void Model::set_batch(std::size_t rows, std::size_t steps) {
  batch_.resize(rows, steps);
  recurrent_.clear_initial_states(batch_);
}

void Model::run_forward() {
  embedding_.forward(batch_, parameters_, recurrent_.input(batch_));
  recurrent_.forward(batch_, parameters_);
  recurrent_.summarise(batch_, head_.summary(batch_));
  head_.forward(batch_, parameters_);
}

void Model::forward() {
  batch_.index(false);
  run_forward();
}

const Report& Model::evaluate() {
  batch_.index(true);
  run_forward();
  report_.loss = static_cast<double>(head_.loss(batch_));
  report_.correct = head_.correct(batch_);
  report_.gradient_norm = 0;
  return report_;
}

const Report& Model::differentiate() {
  evaluate();
  parameters_.gradients().clear();
  head_.backward(batch_, parameters_);
  recurrent_.backward(batch_, parameters_, head_.summary_gradient(batch_));
  embedding_.backward(batch_, parameters_, recurrent_.input_gradient(batch_));
  report_.gradient_norm = gradient_norm(parameters_);
  return report_;
}

const Report& Model::train_step() {
  if (report_.diverged_at != 0) return report_;
  differentiate();
  if (!std::isfinite(report_.gradient_norm) || !(report_.loss < diverged_loss)) {
    diverge();
    return report_;
  }
  if (keep_due_ || report_.step % keep_every == 0) keep();
  adam_.update(parameters_, config_.learning_rate,
               clip_scale(report_.gradient_norm, config_.clip_norm));
  ++report_.step;
  return report_;
}

void Model::keep() {
  std::copy_n(parameters_.values().data(), kept_values_.size(), kept_values_.data());
  adam_.keep();
  report_.kept_step = report_.step;
  keep_due_ = false;
}

void Model::diverge() {
  report_.diverged_at = report_.step + 1;
  if (report_.step == 0) return;
  std::copy_n(kept_values_.data(), kept_values_.size(), parameters_.values().data());
  adam_.restore();
}

void Model::set_learning_rate(double learning_rate) {
  Config changed = config_;
  changed.learning_rate = learning_rate;
  validate(changed);
  config_ = changed;
  // What a new rate may ruin is kept from just before it, once its loss has been seen.
  keep_due_ = true;
}

}  // namespace rnn
