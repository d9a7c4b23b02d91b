#pragma once

#include "arena.hpp"
#include "config.hpp"
#include "directory.hpp"
#include "parameters.hpp"

namespace rnn {

/// The update of all parameters from their gradients, as `torch.optim` has it, with its
/// defaults: Adam (Kingma and Ba, 2015) with β₁ = 0.9, β₂ = 0.999, ε = 1e-8; SGD with
/// momentum; RMSProp with α = 0.99, ε = 1e-8. Where the configuration says so, the embedding
/// is updated as `torch.optim.SparseAdam` does it: only the rows that the batch has, with ε
/// beside the uncorrected root, and moments that rest while their row is away.
class Optimizer {
 public:
  /// Moments for every number of `parameters`, which are allocated by then; as many as the
  /// kind of optimiser keeps.
  Optimizer(const Config& config, const Parameters& parameters);

  /// moment1.… (m of Adam, the velocity of momentum), moment2.… (v of Adam and RMSProp).
  void list(Directory& directory, const Parameters& parameters);

  /// One update from the gradients in `parameters`, each multiplied by `scale` (the clip).
  /// `rows` of the embedding, the first tensor, have a gradient; read by SparseAdam alone.
  void update(Parameters& parameters, Rows rows, double learning_rate, double scale);

  /// β₁^t and β₂^t by running product: pow differs between C libraries.
  struct Powers {
    double beta1 = 1;
    double beta2 = 1;
  };

  /// For a saved model.
  Arena& first_moments() { return first_; }
  Arena& second_moments() { return second_; }
  Powers& powers() { return powers_; }

 private:
  struct Span {
    std::size_t begin, size;
  };
  void adam(Parameters& parameters, Span span, double learning_rate, double scale,
            double beside_root);
  void sgd(Parameters& parameters, Span span, double learning_rate, double scale);
  void rmsprop(Parameters& parameters, Span span, double learning_rate, double scale);

  OptimizerKind kind_;
  bool sparse_embedding_;
  double momentum_;
  Arena first_, second_;
  Powers powers_;
};

/// ‖gradient‖₂ over all parameters. The first tensor, the embedding, has a gradient in `rows`
/// alone: what is zero is not read.
double gradient_norm(Parameters& parameters, Rows rows);

/// What a gradient of this norm is multiplied by so that its norm is at most `limit`, as
/// `torch.nn.utils.clip_grad_norm_` does; 1 where limit is 0.
double clip_scale(double norm, double limit);

}  // namespace rnn
