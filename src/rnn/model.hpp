#pragma once

#include <cstdint>
#include <string_view>

#include "adam.hpp"
#include "batch.hpp"
#include "config.hpp"
#include "directory.hpp"
#include "embedding.hpp"
#include "head.hpp"
#include "parameters.hpp"
#include "recurrent.hpp"

namespace rnn {

/// What one step or one evaluation says.
struct Report {
  std::uint64_t step = 0;         ///< optimiser steps done
  double loss = 0;                ///< mean cross-entropy of the batch, nats
  std::size_t correct = 0;        ///< rows classified rightly
  double gradient_norm = 0;       ///< before clipping; 0 after an evaluation
  std::uint64_t diverged_at = 0;  ///< the step that could not be done; 0: none
  std::uint64_t kept_step = 0;    ///< after divergence: weights are those after this step
};

/// A classifier of token sequences and its training. All memory is taken by the constructor;
/// nothing after it allocates, but `tensor` of an unknown name and other errors do.
class Model {
 public:
  /// Throws ArgumentError for a configuration no model can have, MemoryError.
  explicit Model(const Config& config);
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;

  /// Sets the extent of the batch in force and its initial states to zero. The caller then
  /// fills the tensors batch.tokens, batch.lengths, batch.labels. Throws ArgumentError.
  void set_batch(std::size_t rows, std::size_t steps);

  /// Fills logits and probabilities of the batch in force. Throws ArgumentError for tokens
  /// or lengths out of range, and changes nothing then.
  void forward();

  /// Forward with labels; neither weights nor step change.
  const Report& evaluate();

  /// Forward and backward: fills every gradient, changes no weight.
  const Report& differentiate();

  /// differentiate, clip, Adam. Where loss or gradient leave the numbers, the weights of the
  /// last kept good step come back, the report says so, and later steps change nothing.
  const Report& train_step();

  void set_learning_rate(double learning_rate);

  const Report& report() const { return report_; }
  const Config& config() const { return config_; }
  std::size_t parameter_count() const { return parameters_.count(); }
  NamedTensor tensor(std::string_view name) const { return directory_.find(name, batch_.extent()); }
  const std::string& tensor_names() const { return directory_.names(); }

 private:
  void run_forward();
  void keep();
  void diverge();

  Config config_;
  Batch batch_;
  Parameters parameters_;
  Embedding embedding_;
  Recurrent recurrent_;
  Head head_;
  Arena tape_;
  Adam adam_;
  Arena kept_values_;
  Report report_;
  bool keep_due_ = false;  ///< the next good step's weights are to be kept
  Directory directory_;
};

}  // namespace rnn
