#pragma once

#include <string>

#include "arena.hpp"
#include "cell.hpp"
#include "panels.hpp"
#include "pass.hpp"

namespace rnn {

/// One recurrent layer in one direction: the loop over time, the same for every cell.
///
/// States live in steps + 1 slots. Reading forward, step t goes from slot t to slot t + 1;
/// reading backward, from slot t + 1 to slot t. A row begins at the slot next to its first
/// token in that order, and rows without a token at t are left alone: padding costs nothing
/// and changes nothing.
class Scan {
 public:
  /// Declares its parameters, named as PyTorch names them (`rnn.weight_ih_l0_reverse`).
  Scan(const Config& config, std::size_t layer, bool reverse, Parameters& parameters);

  /// Takes its part of the tape; called with the plan, then with the memory.
  void lay_out(Arena& tape, std::size_t max_rows, std::size_t max_steps);
  void list(Directory& directory, const Batch& batch) const;

  /// Takes over the weights as they are, in the layout that forward reads.
  void prepare(Parameters& parameters);

  /// Reads x (steps · batch, features) from the states h_0, c_0 (batch, hidden); c_0 may be
  /// null for cells without a cell state.
  void forward(const Pass& pass, const View<2>& x, const real* h_0, const real* c_0);

  /// Sets ∂L/∂h and ∂L/∂c to zero everywhere: what uses a state adds to it before backward.
  void clear_state_gradients(const Batch& batch);

  /// From ∂L/∂h in every slot: adds to the parameters' gradients and to dx, writes
  /// ∂L/∂h_0 and ∂L/∂c_0 (batch, hidden).
  void backward(const Pass& pass, const View<2>& x, const View<2>& dx, real* dh_0, real* dc_0);

  /// State after step t, for all rows (batch, hidden), and its gradient.
  View<2> output(const Batch& batch, std::size_t t) { return slot(h_, batch, output_slot(t)); }
  View<2> output_gradient(const Batch& batch, std::size_t t) {
    return slot(dh_, batch, output_slot(t));
  }
  /// The last states of one row in the order of reading; c only where the cell has it.
  const real* last_h(const Batch& batch, std::size_t row) const {
    return state_of(h_, batch, last_slot(batch, row), row);
  }
  const real* last_c(const Batch& batch, std::size_t row) const {
    return state_of(c_, batch, last_slot(batch, row), row);
  }

 private:
  std::size_t input_slot(std::size_t t) const { return reverse_ ? t + 1 : t; }
  std::size_t output_slot(std::size_t t) const { return reverse_ ? t : t + 1; }
  std::size_t first_slot(const Batch& batch, std::size_t row) const {
    return reverse_ ? batch.length(row) : 0;
  }
  std::size_t last_slot(const Batch& batch, std::size_t row) const {
    return reverse_ ? 0 : batch.length(row);
  }
  real* state_of(real* states, const Batch& batch, std::size_t slot, std::size_t row) const {
    return states + (slot * batch.rows() + row) * hidden_;
  }
  View<2> slot(real* states, const Batch& batch, std::size_t slot) const {
    return matrix(states + slot * batch.rows() * hidden_, batch.rows(), hidden_);
  }
  Units units(real* block, const Batch& batch, std::size_t t, std::size_t width) const {
    return {block + t * batch.rows() * width, width};
  }
  /// Are the rows of x the same where the tokens are?
  bool repeats(const Pass& pass) const { return layer_ == 0 && !(drops_input_ && pass.training); }
  Step step(const Batch& batch, std::size_t t) const;
  bool hold(const Pass& pass, std::size_t t, Step& step) const;
  void back_through(const Pass& pass, std::size_t t, const Panels& weight_hh);
  bool is_cut(const Batch& batch, std::size_t t, std::size_t row) const;
  template <class Copy>
  void for_each_cut(const Batch& batch, std::size_t t, const Copy& copy);
  void drop_negligible(const Batch& batch, std::size_t t);
  void list_norms(Directory& directory, const Batch& batch) const;

  const CellFormula* cell_;
  std::size_t layer_;
  std::string prefix_;  ///< `layer0.` or `layer0.reverse.`
  std::size_t features_;
  std::size_t hidden_;
  std::size_t gates_;  ///< width of all pre-activations
  std::size_t truncate_;
  bool reverse_;
  bool drops_input_;  ///< dropout makes rows of x differ that are of the same token
  Parameters::Id weight_ih_, weight_hh_, bias_ih_, bias_hh_;

  // The tape; (T, B, ·) in the extent of the batch in force.
  real* a_ = nullptr;            ///< (T, B, gates)
  real* u_ = nullptr;            ///< (T, B, gates), split cells only
  real* activations_ = nullptr;  ///< (T, B, activations · hidden)
  real* h_ = nullptr;            ///< (T + 1, B, hidden)
  real* c_ = nullptr;            ///< (T + 1, B, hidden), cells with a cell state only
  real* da_ = nullptr;           ///< like a
  real* du_ = nullptr;           ///< like u; da unless split
  real* da_sums_ = nullptr;      ///< like da, first layer only: Σ over a token's places
  real* dh_ = nullptr;           ///< like h
  real* dc_ = nullptr;           ///< like c
  real* cut_dh_ = nullptr;       ///< (B, hidden), with truncation only
  real* cut_dc_ = nullptr;       ///< likewise
  real* held_ = nullptr;         ///< (activations · hidden), cells with gates only
  real* dh_norm_ = nullptr;      ///< (T, B)
  real* dc_norm_ = nullptr;      ///< (T, B), cells with a cell state only
  /// The weights, packed for forward and, as they are, for backward.
  struct Packed {
    real *weight_ih_t, *weight_hh_t, *weight_ih, *weight_hh;
  };
  Packed packed_{};
  Panels weight_ih_t_{};  ///< (features, gates), from prepare
  Panels weight_hh_t_{};  ///< (hidden, gates), from prepare
};

}  // namespace rnn
