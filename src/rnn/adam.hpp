#pragma once

#include "arena.hpp"
#include "parameters.hpp"

namespace rnn {

/// Adam (Kingma and Ba, 2015) over all parameters at once, as `torch.optim.Adam` does it
/// with its default β₁ = 0.9, β₂ = 0.999, ε = 1e-8.
class Adam {
 public:
  /// Moments for every number of `parameters`, which are allocated by then.
  explicit Adam(const Parameters& parameters);

  /// One update from the gradients in `parameters`, each multiplied by `scale` (the clip).
  void update(Parameters& parameters, double learning_rate, double scale);

  /// The moments m and v of every number, in the layout of the parameters.
  Arena& first_moments() { return first_; }
  Arena& second_moments() { return second_; }

  /// Remembers moments and step, and goes back to them.
  void keep();
  void restore();

 private:
  struct Powers {
    double beta1 = 1;  ///< β₁^t by running product: pow differs between C libraries
    double beta2 = 1;
  };
  Arena first_, second_;
  Arena kept_first_, kept_second_;
  Powers powers_, kept_powers_;
};

/// ‖gradient‖₂ over all parameters.
double gradient_norm(const Parameters& parameters);

/// What a gradient of this norm is multiplied by so that its norm is at most `limit`, as
/// `torch.nn.utils.clip_grad_norm_` does; 1 where limit is 0.
double clip_scale(double norm, double limit);

}  // namespace rnn
