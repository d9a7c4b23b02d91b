#pragma once

#include <array>
#include <cstdint>

#include "config.hpp"
#include "directory.hpp"
#include "head.hpp"

namespace rnn {

/// What the host wants differentiated when it looks inside a model: it writes the tensor
/// probe.objective {kind, step, class}, and the next evaluation also goes backward.
class Probe {
 public:
  void list(Directory& directory);

  bool asks() const { return kind() != none; }
  /// A logit needs no label.
  bool asks_for_logit() const { return kind() == logit; }

  /// Throws ArgumentError for an objective that the batch, which is indexed, does not have.
  void check(const Config& config, const Batch& batch, const Head& head) const;

  /// After a forward pass: sets gradient.logits to that of the objective.
  void differentiate(Head& head, const Batch& batch) const;

 private:
  enum Kind : std::uint8_t { none, loss, logit };
  std::int32_t kind() const { return objective_[0]; }
  std::int32_t step() const { return objective_[1]; }
  std::int32_t klass() const { return objective_[2]; }

  std::array<std::int32_t, 3> objective_{none, -1, 0};
};

}  // namespace rnn
