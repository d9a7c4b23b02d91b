#include "spectrum.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "cell.hpp"
#include "kernels.hpp"
#include "product.hpp"

namespace rnn {

namespace {

/// k = 2^24: what is left of a matrix's transient, at most some power of k, has its k-th root.
constexpr int squarings = 24;

}  // namespace

void Spectrum::lay_out(Arena& tape, const Config& config) {
  if (config.cell == Cell::bag) return;
  hidden_ = config.hidden;
  power_ = tape.take(std::uint64_t{hidden_} * hidden_);
  square_ = tape.take(std::uint64_t{hidden_} * hidden_);
  packed_ = tape.take(panels_size(hidden_, hidden_));
  radii_.resize(config.recurrent_layers() * config.directions());
  for (real*& radii : radii_) radii = tape.take(formula_of(config).preactivations.size());
  rows_.resize(hidden_);
  std::iota(rows_.begin(), rows_.end(), 0);
}

void Spectrum::list(Directory& directory, const Config& config, Parameters& parameters) {
  std::size_t matrix = 0;
  for (const Parameters::Entry& entry : parameters.entries()) {
    if (!entry.name.starts_with("rnn.weight_hh")) continue;
    const std::size_t gates = formula_of(config).preactivations.size();
    const real* weight = parameters.values().data() + entry.offset;
    real* target = radii_[matrix++];
    directory.add_computed("spectral_radius." + entry.name, target, gates,
                           [=, this] { radii(weight, gates, target); });
  }
}

void Spectrum::radii(const real* weight, std::size_t gates, real* radii) {
  for (std::size_t k = 0; k < gates; ++k) radii[k] = radius(weight + k * hidden_ * hidden_);
}

real Spectrum::radius(const real* block) {
  const std::size_t size = hidden_ * hidden_;
  std::copy_n(block, size, power_);
  // power_ = M^k / e^log_scale; the norm is taken out before each squaring.
  double log_scale = 0, k = 1;
  for (int round = 0; round <= squarings; ++round) {
    const double norm = std::sqrt(sum_of_squares(power_, size));
    if (norm == 0) return 0;
    if (!std::isfinite(norm)) return static_cast<real>(norm);
    for (std::size_t n = 0; n < size; ++n) {
      power_[n] = static_cast<real>(double(power_[n]) / norm);
    }
    log_scale += log(norm);
    if (round == squarings) break;
    std::fill_n(square_, size, real(0));
    const View<2> power = matrix(power_, hidden_, hidden_);
    affine_input_gradient(rows_, power, pack(power, packed_), matrix(square_, hidden_, hidden_));
    std::swap(power_, square_);
    log_scale *= 2;
    k *= 2;
  }
  return static_cast<real>(exp(log_scale / k));
}

}  // namespace rnn
