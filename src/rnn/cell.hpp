#pragma once

#include <span>
#include <string_view>

#include "config.hpp"
#include "gate.hpp"

namespace rnn {

/// One time step of one layer in one direction, as a cell sees it: the listed rows of the
/// batch, each a row of the units below. `prev` is the state that the step starts from: of
/// t − 1 when reading forward, of t + 1 when reading backward.
struct Step {
  Rows rows;
  std::size_t hidden = 0;

  Units a;            ///< G blocks of `hidden`: W x + b_ih, with U h_prev + b_hh unless split
  Units u;            ///< split cells only: U h_prev + b_hh, G blocks
  Units activations;  ///< what the cell keeps for its backward, block by block
  Units h_prev, h;
  Units c_prev, c;  ///< cells with a cell state only

  Units da;           ///< ∂L/∂(W x + b_ih), written by backward
  Units du;           ///< ∂L/∂(U h_prev + b_hh); the same memory as da unless split
  Units dh_prev, dh;  ///< ∂L/∂h: backward reads dh and adds to dh_prev what flows past U
  Units dc_prev, dc;  ///< likewise; backward completes dc, then adds to dc_prev

  Units held;  ///< like one row of activations: a number where a clamp holds a gate, else NaN

  Units part(const Units& block, std::size_t k) const { return block.shifted(k * hidden); }

  /// Gate k; under a clamp, what is assigned to it gives way to what is held.
  template <bool clamped>
  auto gate(std::size_t k) const {
    if constexpr (clamped) return HeldUnits<false>(part(activations, k), part(held, k));
    if constexpr (!clamped) return part(activations, k);
  }
  /// Block k of da or du; under a clamp, a held gate gives its pre-activation no gradient.
  template <bool clamped>
  auto gate_gradient(const Units& block, std::size_t k) const {
    if constexpr (clamped) return HeldUnits<true>(part(block, k), part(held, k));
    if constexpr (!clamped) return part(block, k);
  }
};

/// A recurrent cell: its names and its two formulas. The matrices are multiplied outside,
/// by the loop over time; a cell is elementwise.
struct CellFormula {
  std::string_view name;
  std::span<const std::string_view> preactivations;  ///< in PyTorch's order of gates
  std::span<const std::string_view> activations;     ///< the gates, then what else is kept
  bool has_cell_state;
  /// Whether the input's and the state's part of a pre-activation must be kept apart.
  bool split;
  void (*forward)(const Step& step);
  void (*backward)(const Step& step);
  /// The same where `step.held` holds some gate; null for a cell without gates.
  void (*forward_clamped)(const Step& step);
  void (*backward_clamped)(const Step& step);

  bool has_gates() const { return !activations.empty(); }
};

const CellFormula& elman_cell(Nonlinearity nonlinearity);
const CellFormula& lstm_cell();
const CellFormula& gru_cell();

/// The formula that every layer of the model goes by; a bag has none, and must not ask.
const CellFormula& formula_of(const Config& config);

}  // namespace rnn
