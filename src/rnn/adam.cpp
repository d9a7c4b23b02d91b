#include "adam.hpp"

#include <algorithm>
#include <cmath>

#include "kernels.hpp"
#include "lanes.hpp"

namespace rnn {

namespace {

constexpr double beta1 = 0.9;
constexpr double beta2 = 0.999;
constexpr double epsilon = 1e-8;

/// A moment without gradient decays into the subnormal numbers, stays there, and slows many
/// processors down manifold; below this it is nothing, the same everywhere.
constexpr real negligible = real(1e-30);

Lane or_zero(const Lane& moment) {
  return xsimd::select(xsimd::abs(moment) < Lane(negligible), Lane(real(0)), moment);
}

void copy(const Arena& from, Arena& to) {
  std::copy_n(from.data(), from.size(), to.data());
}

}  // namespace

Adam::Adam(const Parameters& parameters)
    : first_(parameters.values().size()),
      second_(parameters.values().size()),
      kept_first_(parameters.values().size()),
      kept_second_(parameters.values().size()) {}

void Adam::update(Parameters& parameters, double learning_rate, double scale) {
  powers_.beta1 *= beta1;
  powers_.beta2 *= beta2;
  const Lane step(static_cast<real>(learning_rate / (1 - powers_.beta1)));
  const Lane root_correction(static_cast<real>(std::sqrt(1 - powers_.beta2)));
  const Lane decay1(static_cast<real>(beta1)), share1(static_cast<real>(1 - beta1));
  const Lane decay2(static_cast<real>(beta2)), share2(static_cast<real>(1 - beta2));
  const Lane clip(static_cast<real>(scale)), least(static_cast<real>(epsilon));

  const Units value(parameters.values().data(), 0), gradient(parameters.gradients().data(), 0);
  const Units first(first_.data(), 0), second(second_.data(), 0);
  for_each(parameters.values().size(), [&](auto at) {
    const Lane g = gradient[at] * clip;
    const Lane m = or_zero(decay1 * first[at] + share1 * g);
    const Lane v = or_zero(decay2 * second[at] + share2 * (g * g));
    first[at] = m;
    second[at] = v;
    value[at] = value[at] - step * (m / (xsimd::sqrt(v) / root_correction + least));
  });
}

void Adam::keep() {
  copy(first_, kept_first_);
  copy(second_, kept_second_);
  kept_powers_ = powers_;
}

void Adam::restore() {
  copy(kept_first_, first_);
  copy(kept_second_, second_);
  powers_ = kept_powers_;
}

double gradient_norm(const Parameters& parameters) {
  return std::sqrt(sum_of_squares(parameters.gradients().data(), parameters.gradients().size()));
}

double clip_scale(double norm, double limit) {
  return limit == 0 ? 1 : std::min(1.0, limit / (norm + 1e-6));
}

}  // namespace rnn
