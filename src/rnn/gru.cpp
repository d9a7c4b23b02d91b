// Gated recurrent unit, Cho et al. (2014), in PyTorch's variant: the reset gate acts after
// the recurrent product, and z is the fraction of h_prev that is kept.
//
//   r = σ(W_r x + b_ir + U_r h_prev + b_hr)          (gru.1)
//   z = σ(W_z x + b_iz + U_z h_prev + b_hz)          (gru.2)
//   n = tanh(W_n x + b_in + r ⊙ (U_n h_prev + b_hn))  (gru.3)
//   h = (1 − z) ⊙ n + z ⊙ h_prev                     (gru.4)
//
// Shapes, one row: x (D); every other letter (H); W (3H, D), U (3H, H), b_ih and b_hh (3H),
// blocks in the order r z n. The loop over time makes x_ = W x + b_ih, u_ = U h_prev + b_hh.

#include "cell.hpp"

namespace rnn {

namespace {

constexpr std::string_view preactivations[] = {"a_r", "a_z", "a_n"};
constexpr std::string_view activations[] = {"r", "z", "n"};

template <bool clamped>
void forward(const Step& s) {
  const Units a_r = s.part(s.a, 0), a_z = s.part(s.a, 1), a_n = s.part(s.a, 2);
  const Units u_r = s.part(s.u, 0), u_z = s.part(s.u, 1), u_n = s.part(s.u, 2);
  const auto r = s.gate<clamped>(0), z = s.gate<clamped>(1), n = s.gate<clamped>(2);
  const Units h_prev = s.h_prev, h = s.h;
  const Lane one(1);
  // On entry a holds the input's part; it leaves with the whole pre-activation.
  for_each_unit(s.rows, s.hidden, [&](auto at) {
    a_r[at] += u_r[at];
    r[at] = sigmoid(a_r[at]);  // (gru.1)
    a_z[at] += u_z[at];
    z[at] = sigmoid(a_z[at]);  // (gru.2)
    a_n[at] += r[at] * u_n[at];
    n[at] = tanh(a_n[at]);                               // (gru.3)
    h[at] = (one - z[at]) * n[at] + z[at] * h_prev[at];  // (gru.4)
  });
}

template <bool clamped>
void backward(const Step& s) {
  const Units u_n = s.part(s.u, 2);
  const Units r = s.part(s.activations, 0), z = s.part(s.activations, 1);
  const Units n = s.part(s.activations, 2);
  const Units h_prev = s.h_prev, dh = s.dh, dh_prev = s.dh_prev;
  const auto da_r = s.gate_gradient<clamped>(s.da, 0), da_z = s.gate_gradient<clamped>(s.da, 1);
  const auto da_n = s.gate_gradient<clamped>(s.da, 2);
  const Units du_r = s.part(s.du, 0), du_z = s.part(s.du, 1), du_n = s.part(s.du, 2);
  const Lane one(1);
  for_each_unit(s.rows, s.hidden, [&](auto at) {
    dh_prev[at] += dh[at] * z[at];                      // (gru.4')
    const Lane d_n = dh[at] * (one - z[at]);            // (gru.4')
    const Lane d_z = dh[at] * (h_prev[at] - n[at]);     // (gru.4')
    da_n[at] = d_n * (one - n[at] * n[at]);             // (gru.3')
    du_n[at] = da_n[at] * r[at];                        // (gru.3')
    const Lane d_r = da_n[at] * u_n[at];                // (gru.3')
    du_z[at] = da_z[at] = d_z * z[at] * (one - z[at]);  // (gru.2')
    du_r[at] = da_r[at] = d_r * r[at] * (one - r[at]);  // (gru.1')
  });
}

}  // namespace

const CellFormula& gru_cell() {
  static constexpr CellFormula cell{
      .name = "gru",
      .preactivations = preactivations,
      .activations = activations,
      .has_cell_state = false,
      .split = true,
      .forward = forward<false>,
      .backward = backward<false>,
      .forward_clamped = forward<true>,
      .backward_clamped = backward<true>,
  };
  return cell;
}

}  // namespace rnn
