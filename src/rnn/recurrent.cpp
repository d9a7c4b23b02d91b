#include "recurrent.hpp"

#include <algorithm>
#include <string>

namespace rnn {

namespace {

/// Copies or adds `source` (·, hidden) for the listed rows, at `column` of a wider matrix.
void put_beside(Rows rows, const View<2>& source, View<2> target, std::size_t column) {
  for (const std::int32_t row : rows) {
    for (std::size_t k = 0; k < source.shape()[1]; ++k) target(row, column + k) = source(row, k);
  }
}

void add_from_beside(Rows rows, const View<2>& source, std::size_t column, View<2> target) {
  for (const std::int32_t row : rows) {
    for (std::size_t k = 0; k < target.shape()[1]; ++k) target(row, k) += source(row, column + k);
  }
}

}  // namespace

Recurrent::Recurrent(const Config& config, Parameters& parameters)
    : layers_(config.layers),
      ways_(config.directions()),
      embedding_(config.embedding),
      hidden_(config.hidden),
      output_(config.output()),
      has_cell_state_(formula_of(config.cell).has_cell_state),
      x_(config.layers),
      dx_(config.layers) {
  for (std::size_t layer = 0; layer < layers_; ++layer) {
    if (config.has_forward()) scans_.emplace_back(config, layer, false, parameters);
    if (config.has_reverse()) scans_.emplace_back(config, layer, true, parameters);
  }
}

void Recurrent::lay_out(Arena& tape, const Config& config) {
  const std::uint64_t cells = config.max_batch * config.max_length;
  for (std::size_t layer = 0; layer < layers_; ++layer) {
    x_[layer] = tape.take(cells * features(layer));
    dx_[layer] = tape.take(cells * features(layer));
  }
  const std::uint64_t initial = std::uint64_t{layers_} * ways_ * config.max_batch * hidden_;
  h_0_ = tape.take(initial);
  dh_0_ = tape.take(initial);
  c_0_ = has_cell_state_ ? tape.take(initial) : nullptr;
  dc_0_ = has_cell_state_ ? tape.take(initial) : nullptr;
  for (Scan& scan : scans_) scan.lay_out(tape, config.max_batch, config.max_length);
}

void Recurrent::list(Directory& directory) const {
  for (std::size_t layer = 0; layer < layers_; ++layer) {
    const std::string name = "layer" + std::to_string(layer) + ".x";
    directory.add_steps(name, x_[layer], features(layer), features(layer));
    directory.add_steps("gradient." + name, dx_[layer], features(layer), features(layer));
  }
  for (const Scan& scan : scans_) scan.list(directory);
  directory.add_states("h0", h_0_, layers_ * ways_, hidden_);
  directory.add_states("gradient.h0", dh_0_, layers_ * ways_, hidden_);
  if (!has_cell_state_) return;
  directory.add_states("c0", c_0_, layers_ * ways_, hidden_);
  directory.add_states("gradient.c0", dc_0_, layers_ * ways_, hidden_);
}

void Recurrent::clear_initial_states(const Batch& batch) {
  const std::size_t size = layers_ * ways_ * batch.rows() * hidden_;
  std::fill_n(h_0_, size, real(0));
  if (c_0_) std::fill_n(c_0_, size, real(0));
}

void Recurrent::forward(const Batch& batch, Parameters& parameters) {
  for (std::size_t layer = 0; layer < layers_; ++layer) {
    const View<2> x = input_of(x_, batch, layer);
    for (std::size_t way = 0; way < ways_; ++way) {
      const std::size_t initial = states(batch, layer, way);
      scan(layer, way)
          .forward(batch, parameters, x, h_0_ + initial, c_0_ ? c_0_ + initial : nullptr);
      if (layer + 1 == layers_) continue;
      for (std::size_t t = 0; t < batch.steps(); ++t) {
        real* next = x_[layer + 1] + t * batch.rows() * output_;
        put_beside(batch.rows_at(t), scan(layer, way).output(batch, t),
                   matrix(next, batch.rows(), output_), way * hidden_);
      }
    }
  }
}

void Recurrent::summarise(const Batch& batch, View<2> summary) const {
  for (std::size_t way = 0; way < ways_; ++way) {
    for (std::size_t b = 0; b < batch.rows(); ++b) {
      const real* last = scan(layers_ - 1, way).last_state(batch, b);
      for (std::size_t k = 0; k < hidden_; ++k) summary(b, way * hidden_ + k) = last[k];
    }
  }
}

void Recurrent::backward(const Batch& batch, Parameters& parameters, const View<2>& dsummary) {
  for (Scan& scan : scans_) scan.clear_state_gradients(batch);
  for (std::size_t way = 0; way < ways_; ++way) {
    for (std::size_t b = 0; b < batch.rows(); ++b) {
      real* last = scan(layers_ - 1, way).last_state_gradient(batch, b);
      for (std::size_t k = 0; k < hidden_; ++k) last[k] += dsummary(b, way * hidden_ + k);
    }
  }
  for (std::size_t layer = layers_; layer-- > 0;) {
    const View<2> dx = input_of(dx_, batch, layer);
    std::fill_n(dx_[layer], dx.size(), real(0));
    for (std::size_t way = 0; way < ways_; ++way) {
      const std::size_t initial = states(batch, layer, way);
      scan(layer, way)
          .backward(batch, parameters, input_of(x_, batch, layer), dx, dh_0_ + initial,
                    dc_0_ ? dc_0_ + initial : nullptr);
    }
    if (layer == 0) break;
    for (std::size_t way = 0; way < ways_; ++way) {
      for (std::size_t t = 0; t < batch.steps(); ++t) {
        real* below = dx_[layer] + t * batch.rows() * output_;
        add_from_beside(batch.rows_at(t), matrix(below, batch.rows(), output_), way * hidden_,
                        scan(layer - 1, way).output_gradient(batch, t));
      }
    }
  }
}

}  // namespace rnn
