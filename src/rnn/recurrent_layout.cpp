// What a stack of layers is made of: its parameters, its part of the tape, and their names.

#include <string>

#include "kernels.hpp"
#include "recurrent.hpp"

namespace rnn {

Recurrent::Recurrent(const Config& config, Parameters& parameters)
    : layers_(config.recurrent_layers()),
      ways_(config.directions()),
      embedding_(config.embedding),
      hidden_(config.hidden),
      output_(config.output()),
      has_cell_state_(layers_ > 0 && formula_of(config).has_cell_state),
      x_(layers_ + 1),
      dx_(layers_ + 1),
      dx_norm_(layers_ + 1) {
  dropouts_.emplace_back("dropout.embedding", config.dropout_embedding, config.seed);
  for (std::size_t layer = 0; layer < layers_; ++layer) {
    if (config.has_forward()) scans_.emplace_back(config, layer, false, parameters);
    if (config.has_reverse()) scans_.emplace_back(config, layer, true, parameters);
    if (layer == 0) continue;
    dropouts_.emplace_back("dropout.layer" + std::to_string(layer), config.dropout_layers,
                           config.seed);
  }
}

void Recurrent::lay_out(Arena& tape, const Config& config) {
  const std::uint64_t cells = config.max_batch * config.max_length;
  for (std::size_t layer = 0; layer <= layers_; ++layer) {
    x_[layer] = tape.take(cells * features(layer));
    dx_[layer] = tape.take(cells * features(layer));
    dx_norm_[layer] = tape.take(cells);
  }
  for (std::size_t layer = 0; layer < dropouts_.size(); ++layer) {
    dropouts_[layer].lay_out(tape, cells, features(layer));
  }
  const std::uint64_t initial = std::uint64_t{state_count()} * config.max_batch * hidden_;
  h_0_ = tape.take(initial);
  dh_0_ = tape.take(initial);
  c_0_ = has_cell_state_ ? tape.take(initial) : nullptr;
  dc_0_ = has_cell_state_ ? tape.take(initial) : nullptr;
  for (Scan& scan : scans_) scan.lay_out(tape, config.max_batch, config.max_length);
}

void Recurrent::list_input(Directory& directory, const Batch& batch, std::size_t layer) const {
  const std::string name = layer == layers_ ? "output" : "layer" + std::to_string(layer) + ".x";
  const std::size_t width = features(layer);
  directory.add_steps(name, x_[layer], width, width);
  directory.add_steps("gradient." + name, dx_[layer], width, width);
  directory.add_step_reals("gradient_norm." + name, dx_norm_[layer], [=, this, &batch] {
    row_norms(input_of(dx_, batch, layer), dx_norm_[layer]);
  });
}

void Recurrent::list(Directory& directory, const Batch& batch) const {
  for (std::size_t layer = 0; layer <= layers_; ++layer) list_input(directory, batch, layer);
  for (const Dropout& dropout : dropouts_) dropout.list(directory, true);
  for (const Scan& scan : scans_) scan.list(directory, batch);
  if (layers_ == 0) return;
  directory.add_states("h0", h_0_, state_count(), hidden_);
  directory.add_states("gradient.h0", dh_0_, state_count(), hidden_);
  if (!has_cell_state_) return;
  directory.add_states("c0", c_0_, state_count(), hidden_);
  directory.add_states("gradient.c0", dc_0_, state_count(), hidden_);
}

}  // namespace rnn
