#include "optimizer.hpp"

#include <algorithm>
#include <cmath>

#include "kernels.hpp"
#include "lanes.hpp"

namespace rnn {

namespace {

constexpr double beta1 = 0.9;
constexpr double beta2 = 0.999;
constexpr double alpha = 0.99;
constexpr double epsilon = 1e-8;

Lane lane(double value) {
  return Lane(static_cast<real>(value));
}

/// decay · moment + (1 − decay) · value
Lane blend(double decay, const Lane& moment, const Lane& value) {
  return or_zero(lane(decay) * moment + lane(1 - decay) * value);
}

}  // namespace

Optimizer::Optimizer(const Config& config, const Parameters& parameters)
    : kind_(config.optimizer),
      sparse_embedding_(config.sparse_embedding),
      momentum_(config.momentum) {
  const std::size_t size = parameters.values().size();
  if (kind_ == OptimizerKind::adam || momentum_ > 0) first_ = Arena(size);
  if (kind_ != OptimizerKind::sgd) second_ = Arena(size);
}

void Optimizer::list(Directory& directory, const Parameters& parameters) {
  const auto add = [&](const char* prefix, Arena& moments) {
    if (moments.size() == 0) return;
    for (const Parameters::Entry& e : parameters.entries()) {
      directory.add_fixed(prefix + e.name, moments.data() + e.offset, e.rows, e.columns);
    }
  };
  add("moment1.", first_);
  add("moment2.", second_);
}

void Optimizer::update(Parameters& parameters, Rows rows, double learning_rate, double scale) {
  parameters.touch();
  const std::size_t size = parameters.values().size();
  if (kind_ == OptimizerKind::sgd) return sgd(parameters, {0, size}, learning_rate, scale);
  if (kind_ == OptimizerKind::rmsprop) return rmsprop(parameters, {0, size}, learning_rate, scale);
  powers_.beta1 *= beta1;
  powers_.beta2 *= beta2;
  const double corrected = epsilon * std::sqrt(1 - powers_.beta2);
  if (!sparse_embedding_) return adam(parameters, {0, size}, learning_rate, scale, corrected);
  const std::size_t width = parameters.entries()[0].columns;
  const std::size_t rest = parameters.entries()[1].offset;
  for (const std::int32_t row : rows) {
    const Span span{static_cast<std::size_t>(row) * width, width};
    adam(parameters, span, learning_rate, scale, epsilon);
  }
  adam(parameters, {rest, size - rest}, learning_rate, scale, corrected);
}

/// m̂ / (√v̂ + ε) with both corrections in the two numbers that are the same for all parameters:
/// one division each where the formula as it is written has two.
void Optimizer::adam(Parameters& parameters, Span span, double learning_rate, double scale,
                     double beside_root) {
  const Lane step = lane(learning_rate * (std::sqrt(1 - powers_.beta2) / (1 - powers_.beta1)));
  const Lane clip = lane(scale), least = lane(beside_root);
  const Units value(parameters.values().data() + span.begin, 0);
  const Units gradient(parameters.gradients().data() + span.begin, 0);
  const Units first(first_.data() + span.begin, 0), second(second_.data() + span.begin, 0);
  for_each(span.size, [&](auto at) {
    const Lane g = gradient[at] * clip;
    const Lane m = blend(beta1, first[at], g);
    const Lane v = blend(beta2, second[at], g * g);
    first[at] = m;
    second[at] = v;
    value[at] = value[at] - step * (m / (xsimd::sqrt(v) + least));
  });
}

void Optimizer::sgd(Parameters& parameters, Span span, double learning_rate, double scale) {
  const Lane rate = lane(learning_rate), clip = lane(scale), friction = lane(momentum_);
  const Units value(parameters.values().data() + span.begin, 0);
  const Units gradient(parameters.gradients().data() + span.begin, 0);
  const Units velocity(first_.data(), 0);
  const bool has_momentum = momentum_ > 0;
  for_each(span.size, [&](auto at) {
    Lane step = gradient[at] * clip;
    if (has_momentum) {
      step = or_zero(friction * Lane(velocity[at]) + step);
      velocity[at] = step;
    }
    value[at] = value[at] - rate * step;
  });
}

void Optimizer::rmsprop(Parameters& parameters, Span span, double learning_rate, double scale) {
  const Lane rate = lane(learning_rate), clip = lane(scale), friction = lane(momentum_);
  const Lane least = lane(epsilon);
  const Units value(parameters.values().data() + span.begin, 0);
  const Units gradient(parameters.gradients().data() + span.begin, 0);
  const Units velocity(first_.data(), 0), second(second_.data(), 0);
  const bool has_momentum = momentum_ > 0;
  for_each(span.size, [&](auto at) {
    const Lane g = gradient[at] * clip;
    const Lane v = blend(alpha, second[at], g * g);
    second[at] = v;
    Lane step = g / (xsimd::sqrt(v) + least);
    if (has_momentum) {
      step = or_zero(friction * Lane(velocity[at]) + step);
      velocity[at] = step;
    }
    value[at] = value[at] - rate * step;
  });
}

double gradient_norm(Parameters& parameters, Rows rows) {
  const real* gradients = parameters.gradients().data();
  const std::size_t size = parameters.gradients().size();
  const std::size_t width = parameters.entries()[0].columns;
  const std::size_t rest = parameters.entries()[1].offset;
  double total = 0;
  for (const std::int32_t row : rows) {
    total += sum_of_squares(gradients + static_cast<std::size_t>(row) * width, width);
  }
  return std::sqrt(total + sum_of_squares(gradients + rest, size - rest));
}

double clip_scale(double norm, double limit) {
  return limit == 0 ? 1 : std::min(1.0, limit / (norm + 1e-6));
}

}  // namespace rnn
