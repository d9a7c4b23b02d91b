// What a scan is made of: its parameters, its part of the tape, and their names.

#include <string>

#include "kernels.hpp"
#include "scan.hpp"

namespace rnn {

Scan::Scan(const Config& config, std::size_t layer, bool reverse, Parameters& parameters)
    : cell_(&formula_of(config)),
      layer_(layer),
      prefix_("layer" + std::to_string(layer) + (reverse ? ".reverse." : ".")),
      features_(layer == 0 ? config.embedding : config.output()),
      hidden_(config.hidden),
      gates_(cell_->preactivations.size() * config.hidden),
      truncate_(config.truncate),
      reverse_(reverse),
      drops_input_(config.dropout_embedding > 0) {
  const std::string suffix = "_l" + std::to_string(layer) + (reverse ? "_reverse" : "");
  weight_ih_ = parameters.declare("rnn.weight_ih" + suffix, gates_, features_);
  weight_hh_ = parameters.declare("rnn.weight_hh" + suffix, gates_, hidden_);
  bias_ih_ = parameters.declare("rnn.bias_ih" + suffix, gates_);
  bias_hh_ = parameters.declare("rnn.bias_hh" + suffix, gates_);
}

void Scan::lay_out(Arena& tape, std::size_t max_rows, std::size_t max_steps) {
  // 64 bits: a plan must be able to say that it does not fit into 32.
  const std::uint64_t cells = max_rows * max_steps;
  const std::uint64_t states = (cells + max_rows) * hidden_;
  a_ = tape.take(cells * gates_);
  u_ = cell_->split ? tape.take(cells * gates_) : nullptr;
  activations_ = tape.take(cells * cell_->activations.size() * hidden_);
  h_ = tape.take(states);
  c_ = cell_->has_cell_state ? tape.take(states) : nullptr;
  da_ = tape.take(cells * gates_);
  du_ = cell_->split ? tape.take(cells * gates_) : da_;
  da_sums_ = layer_ == 0 ? tape.take(cells * gates_) : nullptr;
  dh_ = tape.take(states);
  dc_ = cell_->has_cell_state ? tape.take(states) : nullptr;
  if (truncate_ != 0) {
    cut_dh_ = tape.take(max_rows * hidden_);
    cut_dc_ = cell_->has_cell_state ? tape.take(max_rows * hidden_) : nullptr;
  }
  if (cell_->has_gates()) held_ = tape.take(cell_->activations.size() * hidden_);
  dh_norm_ = tape.take(cells);
  dc_norm_ = cell_->has_cell_state ? tape.take(cells) : nullptr;
  packed_.weight_ih_t = tape.take(panels_size(features_, gates_));
  packed_.weight_hh_t = tape.take(panels_size(hidden_, gates_));
  packed_.weight_ih = tape.take(panels_size(gates_, features_));
  packed_.weight_hh = tape.take(panels_size(gates_, hidden_));
}

void Scan::list(Directory& directory, const Batch& batch) const {
  const std::string gradient = "gradient." + prefix_;
  const std::size_t slot = output_slot(0);
  for (std::size_t k = 0; k < cell_->preactivations.size(); ++k) {
    const std::string name(cell_->preactivations[k]);
    directory.add_steps(prefix_ + name, a_ + k * hidden_, hidden_, gates_);
    directory.add_steps(gradient + name, da_ + k * hidden_, hidden_, gates_);
  }
  for (std::size_t k = 0; k < cell_->activations.size(); ++k) {
    directory.add_steps(prefix_ + std::string(cell_->activations[k]), activations_ + k * hidden_,
                        hidden_, cell_->activations.size() * hidden_);
  }
  directory.add_steps(prefix_ + "h", h_, hidden_, hidden_, slot);
  directory.add_steps(gradient + "h", dh_, hidden_, hidden_, slot);
  list_norms(directory, batch);
  if (!cell_->has_cell_state) return;
  directory.add_steps(prefix_ + "c", c_, hidden_, hidden_, slot);
  directory.add_steps(gradient + "c", dc_, hidden_, hidden_, slot);
}

void Scan::list_norms(Directory& directory, const Batch& batch) const {
  const auto add = [&](const char* state, real* gradient, real* norm) {
    directory.add_step_reals("gradient_norm." + prefix_ + state, norm, [=, this, &batch] {
      const std::size_t first = output_slot(0) * batch.rows() * hidden_;
      row_norms(matrix(gradient + first, batch.steps() * batch.rows(), hidden_), norm);
    });
  };
  add("h", dh_, dh_norm_);
  if (dc_) add("c", dc_, dc_norm_);
}

}  // namespace rnn
