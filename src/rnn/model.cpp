#include "model.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "archive.hpp"
#include "error.hpp"
#include "initialise.hpp"
#include "kernels.hpp"
#include "message.hpp"

namespace rnn {

namespace {

/// Weights that are known to be good are kept once in so many steps: a copy is cheap beside
/// 64 steps, and a learner loses at most as many.
constexpr std::uint64_t keep_every = 64;

/// A guess at random costs ln K, and no classifier that learns is a thousand nats off: from
/// there on the weights have run away, though 32 bits can still hold the number.
constexpr double diverged_loss = 1000;

Parameters& allocated(Parameters& parameters) {
  parameters.allocate();
  return parameters;
}

}  // namespace

Model::Model(const Config& config)
    : config_(validated(config)),
      network_(config_, parameters_),
      optimizer_(config_, allocated(parameters_)),
      evaluation_(config_),
      kept_values_(parameters_.values().size()) {
  network_.lay_out();
  const auto lay_out = [&](Arena& block) {
    gradient_norms_ = block.take(parameters_.entries().size());
    spectrum_.lay_out(block, config_);
    if (!config_.carry) return;
    carried_.lay_out(block, config_, network_.recurrent());
    evaluation_carried_.lay_out(block, config_, network_.recurrent());
  };
  Arena plan;
  lay_out(plan);
  block_ = Arena(plan.used());
  lay_out(block_);
  if (can_sample(config_)) sampler_.emplace(config_, parameters_);
  initialise(config_, parameters_);
  list();
}

void Model::list() {
  list_parameters();
  optimizer_.list(directory_, parameters_);
  network_.list(directory_);
  evaluation_.list(directory_);
  spectrum_.list(directory_, config_, parameters_);
  if (config_.carry) carried_.list(directory_, "carried");
  if (sampler_) sampler_->list(directory_);
  probe_.list(directory_);
}

void Model::list_parameters() {
  std::size_t index = 0;
  for (const Parameters::Entry& e : parameters_.entries()) {
    real* gradient = parameters_.gradients().data() + e.offset;
    real* norm = gradient_norms_ + index++;
    directory_.add_fixed(e.name, parameters_.values().data() + e.offset, e.rows, e.columns);
    directory_.add_fixed("gradient." + e.name, gradient, e.rows, e.columns);
    directory_.add_computed("gradient_norm." + e.name, norm, 1, [=, size = e.size()] {
      *norm = static_cast<real>(std::sqrt(sum_of_squares(gradient, size)));
    });
  }
}

void Model::set_batch(std::size_t rows, std::size_t steps) {
  network_.batch().resize(rows, steps);
  network_.recurrent().clear_initial_states(network_.batch());
}

Pass Model::pass(bool training) {
  return {network_.batch(), parameters_, network_.clamps(), training, report_.step};
}

/// Everything that can be wrong is found here, before anything changes.
void Model::start(bool with_labels) {
  network_.batch().index(with_labels);
  if (with_labels) network_.head().check(network_.batch());
  network_.clamps().check();
}

void Model::forward() {
  start(false);
  const bool backward = probe_.asks_for_logit();
  if (backward) probe_.check(config_, network_.batch(), network_.head());
  network_.prepare(parameters_);
  network_.forward(pass(false));
  if (backward) run_probe();
}

void Model::run_probe() {
  probe_.differentiate(network_.head(), network_.batch());
  run_backward(pass(false));
}

void Model::report_score(const Score& score) {
  report_.loss = score.loss;
  report_.correct = score.correct;
  report_.count = score.count;
  report_.gradient_norm = 0;
}

const Report& Model::evaluate() {
  start(true);
  probe_.check(config_, network_.batch(), network_.head());
  if (config_.carry) evaluation_carried_.load_into(network_.recurrent(), network_.batch());
  network_.prepare(parameters_);
  network_.forward(pass(false));
  if (config_.carry) evaluation_carried_.store_from(network_.recurrent(), network_.batch());
  const Score score = network_.head().score(network_.batch());
  report_score(score);
  evaluation_.add(score, network_.batch(), network_.head());
  if (probe_.asks()) run_probe();
  return report_;
}

void Model::begin_evaluation() {
  evaluation_.begin();
  if (config_.carry) evaluation_carried_.clear();
}

/// From gradient.logits to every gradient.
void Model::run_backward(const Pass& pass) {
  Embedding& embedding = network_.embedding();
  embedding.clear_gradient(parameters_);
  const std::size_t rest = parameters_.entries()[embedding.weight() + 1].offset;
  Arena& gradients = parameters_.gradients();
  std::fill_n(gradients.data() + rest, gradients.size() - rest, real(0));
  network_.backward(pass);
}

const Report& Model::differentiate() {
  start(true);
  if (config_.carry) carried_.load_into(network_.recurrent(), network_.batch());
  network_.prepare(parameters_);
  network_.forward(pass(true));
  report_score(network_.head().score(network_.batch()));
  network_.head().differentiate_loss(network_.batch());
  run_backward(pass(true));
  report_.gradient_norm = gradient_norm(parameters_, network_.embedding().rows());
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
  optimizer_.update(parameters_, network_.embedding().rows(), config_.learning_rate,
                    clip_scale(report_.gradient_norm, config_.clip_norm));
  if (config_.carry) carried_.store_from(network_.recurrent(), network_.batch());
  ++report_.step;
  return report_;
}

void Model::keep() {
  std::copy_n(parameters_.values().data(), kept_values_.size(), kept_values_.data());
  report_.kept_step = report_.step;
  keep_due_ = false;
}

void Model::diverge() {
  report_.diverged_at = report_.step + 1;
  if (report_.step == 0) return;
  std::copy_n(kept_values_.data(), kept_values_.size(), parameters_.values().data());
  parameters_.touch();
}

void Model::set_learning_rate(double learning_rate) {
  Config changed = config_;
  changed.learning_rate = learning_rate;
  config_ = validated(changed);
  // What a new rate may ruin is kept from just before it, once its loss has been seen.
  keep_due_ = true;
}

void Model::begin_sampling(std::uint32_t seed) {
  if (!sampler_) {
    refuse(
        {"this model cannot draw text: its head must answer with the next token, and it must read "
         "forward, as what is not written yet cannot be read backward"});
  }
  sampler_->begin(parameters_, seed);
}

std::int32_t Model::sample(std::int32_t token, double temperature, std::size_t top_k) {
  if (!sampler_ || !sampler_->begun()) refuse({"sampling has not begun"});
  return sampler_->step(parameters_, token, temperature, top_k);
}

void Model::archive(Archive& archive) {
  archive.number(report_.step);
  archive.number(report_.loss);
  archive.number(report_.correct);
  archive.number(report_.count);
  archive.number(report_.gradient_norm);
  archive.number(report_.diverged_at);
  archive.number(report_.kept_step);
  archive.number(keep_due_);
  archive.number(optimizer_.powers().beta1);
  archive.number(optimizer_.powers().beta2);
  archive.block(parameters_.values());
  archive.block(optimizer_.first_moments());
  archive.block(optimizer_.second_moments());
  archive.block(kept_values_);
  archive.numbers(network_.head().class_weights(), network_.head().classes());
  archive.numbers(network_.clamps().where().data(), network_.clamps().where().size());
  archive.numbers(network_.clamps().values().data(), network_.clamps().values().size());
  if (config_.carry) carried_.archive(archive);
}

}  // namespace rnn
