#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "carried.hpp"
#include "config.hpp"
#include "directory.hpp"
#include "evaluation.hpp"
#include "network.hpp"
#include "optimizer.hpp"
#include "parameters.hpp"
#include "probe.hpp"
#include "sampler.hpp"
#include "spectrum.hpp"

namespace rnn {

class Archive;

/// What one step or one evaluation says.
struct Report {
  std::uint64_t step = 0;         ///< optimiser steps done
  double loss = 0;                ///< weighted mean cross-entropy of the batch, nats
  std::size_t correct = 0;        ///< places answered rightly
  std::size_t count = 0;          ///< places whose answer counts
  double gradient_norm = 0;       ///< before clipping; 0 after an evaluation
  std::uint64_t diverged_at = 0;  ///< the step that could not be done; 0: none
  std::uint64_t kept_step = 0;    ///< after divergence: weights are those after this step
};

/// A model of token sequences and its training. All memory is taken by the constructor;
/// nothing after it allocates, but `tensor` of an unknown name and other errors do.
class Model {
 public:
  /// Throws ArgumentError for a configuration no model can have, MemoryError.
  explicit Model(const Config& config);
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;

  /// Sets the extent of the batch in force and its initial states to zero. The caller then
  /// fills batch.tokens, batch.lengths and labels. Throws ArgumentError.
  void set_batch(std::size_t rows, std::size_t steps);

  /// Fills logits and probabilities of the batch in force. Throws ArgumentError for tokens
  /// or lengths out of range, and changes nothing then.
  void forward();

  /// Forward with labels, added to what the evaluation says; neither weights nor step nor
  /// carried states change.
  const Report& evaluate();
  void begin_evaluation();
  const Evaluation& evaluation() const { return evaluation_; }

  /// Forward and backward as train_step does it, dropout and carried states included: fills
  /// every gradient, changes no weight. Done twice it does the same twice.
  const Report& differentiate();

  /// differentiate, clip, update. Where loss or gradient leave the numbers, the weights of the
  /// last kept good step come back, the report says so, and later steps change nothing.
  const Report& train_step();

  void set_learning_rate(double learning_rate);

  /// Draws the next token, after `begin_sampling`. Throws ArgumentError where the model has
  /// no next token to draw. See Sampler.
  void begin_sampling(std::uint32_t seed);
  std::int32_t sample(std::int32_t token, double temperature, std::size_t top_k);

  /// Everything that makes a run go on exactly: weights, moments, step, carried states,
  /// clamps, what is kept against divergence. The configuration is not part of it. (The
  /// generator has no state of its own: dropout draws from seed and step.)
  void archive(Archive& archive);

  const Report& report() const { return report_; }
  const Config& config() const { return config_; }
  std::size_t parameter_count() const { return parameters_.count(); }
  /// What is computed only when asked for is computed by this.
  NamedTensor tensor(std::string_view name) const {
    return directory_.find(name, network_.batch().extent());
  }
  const std::string& tensor_names() const { return directory_.names(); }

 private:
  void list();
  void list_parameters();
  Pass pass(bool training);
  void start(bool with_labels);
  void run_backward(const Pass& pass);
  void run_probe();
  void report_score(const Score& score);
  void keep();
  void diverge();

  Config config_;
  Parameters parameters_;
  Network network_;
  Optimizer optimizer_;
  Evaluation evaluation_;
  Spectrum spectrum_;
  Carried carried_, evaluation_carried_;
  std::optional<Sampler> sampler_;
  Arena block_;  ///< carried states, norms and the spectrum's matrices
  Arena kept_values_;
  Report report_;
  bool keep_due_ = false;  ///< the next good step's weights are to be kept
  Probe probe_;
  real* gradient_norms_ = nullptr;  ///< one a parameter tensor
  Directory directory_;
};

}  // namespace rnn
