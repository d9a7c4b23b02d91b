// Long short-term memory: Hochreiter and Schmidhuber (1997), with the forget gate of Gers,
// Schmidhuber and Cummins (2000). f is the fraction of c_prev that is kept.
//
//   i = σ(W_i x + U_i h_prev + b_i)      (lstm.1)
//   f = σ(W_f x + U_f h_prev + b_f)      (lstm.2)
//   g = tanh(W_g x + U_g h_prev + b_g)   (lstm.3)
//   o = σ(W_o x + U_o h_prev + b_o)      (lstm.4)
//   c = f ⊙ c_prev + i ⊙ g               (lstm.5)
//   h = o ⊙ tanh(c)                      (lstm.6)
//
// Shapes, one row: x (D); every other letter (H); W (4H, D) and U (4H, H) with their blocks
// in the order i f g o; b = b_ih + b_hh (4H). The loop over time makes a = W x + U h_prev + b.

#include "cell.hpp"

namespace rnn {

namespace {

constexpr std::string_view preactivations[] = {"a_i", "a_f", "a_g", "a_o"};
constexpr std::string_view activations[] = {"i", "f", "g", "o", "tanh_c"};

template <bool clamped>
void forward(const Step& s) {
  const Units a_i = s.part(s.a, 0), a_f = s.part(s.a, 1);
  const Units a_g = s.part(s.a, 2), a_o = s.part(s.a, 3);
  const auto i = s.gate<clamped>(0), f = s.gate<clamped>(1);
  const auto g = s.gate<clamped>(2), o = s.gate<clamped>(3);
  const Units tanh_c = s.part(s.activations, 4);
  const Units c_prev = s.c_prev, c = s.c, h = s.h;
  for_each_unit(s.rows, s.hidden, [&](auto at) {
    i[at] = sigmoid(a_i[at]);                    // (lstm.1)
    f[at] = sigmoid(a_f[at]);                    // (lstm.2)
    g[at] = tanh(a_g[at]);                       // (lstm.3)
    o[at] = sigmoid(a_o[at]);                    // (lstm.4)
    c[at] = f[at] * c_prev[at] + i[at] * g[at];  // (lstm.5)
    tanh_c[at] = tanh(c[at]);
    h[at] = o[at] * tanh_c[at];  // (lstm.6)
  });
}

template <bool clamped>
void backward(const Step& s) {
  const Units i = s.part(s.activations, 0), f = s.part(s.activations, 1);
  const Units g = s.part(s.activations, 2), o = s.part(s.activations, 3);
  const Units tanh_c = s.part(s.activations, 4);
  const Units c_prev = s.c_prev, dh = s.dh, dc = s.dc, dc_prev = s.dc_prev;
  const auto da_i = s.gate_gradient<clamped>(s.da, 0), da_f = s.gate_gradient<clamped>(s.da, 1);
  const auto da_g = s.gate_gradient<clamped>(s.da, 2), da_o = s.gate_gradient<clamped>(s.da, 3);
  const Lane one(1);
  for_each_unit(s.rows, s.hidden, [&](auto at) {
    const Lane d_o = dh[at] * tanh_c[at];                        // (lstm.6')
    dc[at] += dh[at] * o[at] * (one - tanh_c[at] * tanh_c[at]);  // (lstm.6')
    dc_prev[at] += dc[at] * f[at];                               // (lstm.5')
    const Lane d_f = dc[at] * c_prev[at];                        // (lstm.5')
    const Lane d_i = dc[at] * g[at];                             // (lstm.5')
    const Lane d_g = dc[at] * i[at];                             // (lstm.5')
    da_o[at] = d_o * o[at] * (one - o[at]);                      // (lstm.4')
    da_g[at] = d_g * (one - g[at] * g[at]);                      // (lstm.3')
    da_f[at] = d_f * f[at] * (one - f[at]);                      // (lstm.2')
    da_i[at] = d_i * i[at] * (one - i[at]);                      // (lstm.1')
  });
}

}  // namespace

const CellFormula& lstm_cell() {
  static constexpr CellFormula cell{
      .name = "lstm",
      .preactivations = preactivations,
      .activations = activations,
      .has_cell_state = true,
      .split = false,
      .forward = forward<false>,
      .backward = backward<false>,
      .forward_clamped = forward<true>,
      .backward_clamped = backward<true>,
  };
  return cell;
}

}  // namespace rnn
