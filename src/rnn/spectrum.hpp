#pragma once

#include <vector>

#include "arena.hpp"
#include "config.hpp"
#include "directory.hpp"
#include "parameters.hpp"

namespace rnn {

/// The spectral radius ρ of the recurrent matrices, gate by gate: what the product of many
/// Jacobians grows or shrinks by, were it not for the nonlinearity.
class Spectrum {
 public:
  void lay_out(Arena& tape, const Config& config);

  /// Lists spectral_radius.<name> (gates) for every recurrent matrix; computed when read.
  void list(Directory& directory, const Config& config, Parameters& parameters);

 private:
  /// ρ(M) = lim ‖M^k‖^(1/k) (Gelfand, 1941), k doubling by squaring. `block` (H, H).
  real radius(const real* block);
  void radii(const real* weight, std::size_t gates, real* radii);

  std::size_t hidden_ = 0;
  real* power_ = nullptr;   ///< (H, H)
  real* square_ = nullptr;  ///< (H, H)
  real* packed_ = nullptr;
  std::vector<real*> radii_;
  std::vector<std::int32_t> rows_;  ///< 0 … H − 1
};

}  // namespace rnn
