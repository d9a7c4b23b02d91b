#pragma once

#include <vector>

#include "dropout.hpp"
#include "scan.hpp"

namespace rnn {

/// The recurrent part of a model: layers one on the other, each read forward, backward or
/// both ways; the outputs of both ways, side by side, are the next layer's input. A bag has
/// no layers: its output is its input.
class Recurrent {
 public:
  Recurrent(const Config& config, Parameters& parameters);

  void lay_out(Arena& tape, const Config& config);
  void list(Directory& directory, const Batch& batch) const;

  /// Takes over the weights as they are; to be called before forward wherever they changed.
  void prepare(Parameters& parameters);

  /// The lowest layer's input (steps · batch, embedding): the embedding writes it.
  View<2> input(const Batch& batch) { return input_of(x_, batch, 0); }
  View<2> input_gradient(const Batch& batch) { return input_of(dx_, batch, 0); }
  /// What the head reads (steps · batch, output), and ∂L/∂ of it, which the head adds to.
  View<2> output(const Batch& batch) { return input_of(x_, batch, layers_); }
  View<2> output_gradient(const Batch& batch) { return input_of(dx_, batch, layers_); }

  void forward(const Pass& pass);

  /// Sets every gradient along time to zero; what follows adds.
  void clear_gradients(const Batch& batch);
  /// Takes ∂L/∂output; leaves ∂L/∂input in input_gradient.
  void backward(const Pass& pass);

  /// The initial states of the batch in force.
  void clear_initial_states(const Batch& batch);
  /// Their numbers from blocks (layers · directions, `max_rows`, hidden), row by row; c null
  /// for cells without a cell state. The same blocks from the last states.
  void start_from(const Batch& batch, const real* h, const real* c, std::size_t max_rows);
  void store_last(const Batch& batch, real* h, real* c, std::size_t max_rows) const;
  /// Makes the last states the initial ones of a batch of as many rows.
  void go_on(const Batch& batch) { store_last(batch, h_0_, c_0_, batch.rows()); }

  /// Numbers of one row's states over all layers and directions; and whether there is a c.
  std::size_t state_count() const { return layers_ * ways_; }
  std::size_t hidden() const { return hidden_; }
  bool has_cell_state() const { return has_cell_state_; }

 private:
  View<2> input_of(const std::vector<real*>& blocks, const Batch& batch, std::size_t layer) const {
    return matrix(blocks[layer], batch.steps() * batch.rows(), features(layer));
  }
  std::size_t features(std::size_t layer) const { return layer == 0 ? embedding_ : output_; }
  Scan& scan(std::size_t layer, std::size_t way) { return scans_[layer * ways_ + way]; }
  const Scan& scan(std::size_t layer, std::size_t way) const { return scans_[layer * ways_ + way]; }
  std::size_t states(const Batch& batch, std::size_t layer, std::size_t way) const {
    return (layer * ways_ + way) * batch.rows() * hidden_;
  }
  void list_input(Directory& directory, const Batch& batch, std::size_t layer) const;

  std::size_t layers_, ways_, embedding_, hidden_, output_;
  bool has_cell_state_;
  std::vector<Scan> scans_;        ///< layer by layer, forward before backward
  std::vector<Dropout> dropouts_;  ///< of a layer's input, layer by layer
  std::vector<real*> x_;  ///< a layer's input (T, B, features); behind the last: the output
  std::vector<real*> dx_;
  std::vector<real*> dx_norm_;  ///< (T, B)
  real* h_0_ = nullptr;         ///< (layers · ways, B, hidden)
  real* c_0_ = nullptr;
  real* dh_0_ = nullptr;
  real* dc_0_ = nullptr;
};

}  // namespace rnn
