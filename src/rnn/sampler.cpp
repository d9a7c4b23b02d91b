#include "sampler.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "error.hpp"
#include "message.hpp"

namespace rnn {

namespace {

Config one_step(Config config) {
  config.max_batch = config.max_length = 1;
  return config;
}

}  // namespace

bool can_sample(const Config& config) {
  return config.head == HeadKind::next && !config.has_reverse();
}

Sampler::Sampler(const Config& config, Parameters& parameters)
    : classes_(config.classes),
      network_(one_step(config), parameters),
      order_(classes_),
      probabilities_(classes_) {
  network_.lay_out();
}

void Sampler::list(Directory& directory) {
  directory.add_fixed("sample.logits", const_cast<real*>(network_.head().logits()), classes_, 0);
  directory.add_fixed("sample.probabilities", probabilities_.data(), classes_, 0);
}

void Sampler::begin(Parameters& parameters, std::uint32_t seed) {
  network_.prepare(parameters);
  version_ = parameters.version();
  network_.batch().set_single(0);
  network_.recurrent().clear_initial_states(network_.batch());
  random_ = Random(seed, "sample");
  begun_ = true;
}

std::int32_t Sampler::step(Parameters& parameters, std::int32_t token, double temperature,
                           std::size_t top_k) {
  if (!std::isfinite(temperature) || temperature < 0) {
    refuse({"temperature is ", temperature,
            ", it must be a finite number, 0 for the likeliest token"});
  }
  network_.batch().set_single(token);
  network_.batch().index(false);
  if (version_ != parameters.version()) network_.prepare(parameters);
  version_ = parameters.version();
  network_.forward({network_.batch(), parameters, network_.clamps()});
  const real* logits = network_.head().logits();
  if (!std::all_of(logits, logits + classes_, [](real l) { return std::isfinite(l); })) {
    refuse({"the model answers with what is not a number; its weights have run away"});
  }
  network_.recurrent().go_on(network_.batch());
  if (temperature == 0) {
    std::fill(probabilities_.begin(), probabilities_.end(), real(0));
    const std::int32_t likeliest = network_.head().prediction(0);
    probabilities_[static_cast<std::size_t>(likeliest)] = 1;
    return likeliest;
  }
  keep_likeliest(logits, top_k == 0 ? classes_ : std::min(top_k, classes_));
  const double largest = logits[network_.head().prediction(0)];
  double total = 0;
  for (std::size_t k = 0; k < classes_; ++k) {
    // Only the difference is divided: a small temperature must not overflow.
    const double scaled = (double(logits[k]) - largest) / temperature;
    const double share = probabilities_[k] == 0 ? 0 : exp(scaled);
    probabilities_[k] = static_cast<real>(share);
    total += share;
  }
  for (real& p : probabilities_) p = static_cast<real>(double(p) / total);
  return draw();
}

/// Sets probabilities_ to 1 for the `top_k` likeliest, lower tokens first among equals.
void Sampler::keep_likeliest(const real* logits, std::size_t top_k) {
  std::iota(order_.begin(), order_.end(), 0);
  if (top_k < classes_) {
    std::nth_element(order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(top_k),
                     order_.end(), [&](std::int32_t a, std::int32_t b) {
                       return logits[a] != logits[b] ? logits[a] > logits[b] : a < b;
                     });
  }
  std::fill(probabilities_.begin(), probabilities_.end(), real(0));
  for (std::size_t k = 0; k < top_k; ++k) probabilities_[static_cast<std::size_t>(order_[k])] = 1;
}

std::int32_t Sampler::draw() {
  double left = random_.uniform();
  std::int32_t last = 0;
  for (std::size_t k = 0; k < classes_; ++k) {
    if (probabilities_[k] == 0) continue;
    last = static_cast<std::int32_t>(k);
    left -= double(probabilities_[k]);
    if (left < 0) break;
  }
  return last;  // what rounding leaves of 1 falls to the last one
}

}  // namespace rnn
