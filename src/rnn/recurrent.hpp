#pragma once

#include <vector>

#include "scan.hpp"

namespace rnn {

/// The recurrent part of a model: layers one on the other, each read forward, backward or
/// both ways; the outputs of both ways, side by side, are the next layer's input.
class Recurrent {
 public:
  Recurrent(const Config& config, Parameters& parameters);

  void lay_out(Arena& tape, const Config& config);
  void list(Directory& directory) const;

  /// Sets the initial states of the batch in force to zero.
  void clear_initial_states(const Batch& batch);

  /// The lowest layer's input (steps · batch, embedding): the embedding writes it.
  View<2> input(const Batch& batch) { return input_of(x_, batch, 0); }
  View<2> input_gradient(const Batch& batch) { return input_of(dx_, batch, 0); }

  void forward(const Batch& batch, Parameters& parameters);
  /// The top layer's last states, one row a sequence: forward's, then backward's own last.
  void summarise(const Batch& batch, View<2> summary) const;

  /// Takes ∂L/∂summary; leaves ∂L/∂input in input_gradient.
  void backward(const Batch& batch, Parameters& parameters, const View<2>& dsummary);

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

  std::size_t layers_, ways_, embedding_, hidden_, output_;
  bool has_cell_state_;
  std::vector<Scan> scans_;  ///< layer by layer, forward before backward
  std::vector<real*> x_;     ///< a layer: its input (T, B, features)
  std::vector<real*> dx_;
  real* h_0_ = nullptr;  ///< (layers · ways, B, hidden)
  real* c_0_ = nullptr;
  real* dh_0_ = nullptr;
  real* dc_0_ = nullptr;
};

}  // namespace rnn
