// Elman's simple recurrent network, "Finding Structure in Time" (1990), with tanh; or, where
// the configuration says so, with relu(a) = max(a, 0) in its place.
//
//   a = W x + b_ih + H h_prev + b_hh     (elman.1)
//   h = tanh(a)                          (elman.2)
//
// Shapes, one row: x (D), h and h_prev (H), W (H, D), H (H, H), b_ih and b_hh (H).

#include "cell.hpp"

namespace rnn {

namespace {

constexpr std::string_view preactivations[] = {"a"};

void forward_tanh(const Step& s) {
  const Units a = s.a, h = s.h;  // (elman.1): summed by the loop over time
  for_each_unit(s.rows, s.hidden, [&](auto at) {
    h[at] = tanh(a[at]);  // (elman.2)
  });
}

void backward_tanh(const Step& s) {
  const Units da = s.da, dh = s.dh, h = s.h;
  const Lane one(1);
  for_each_unit(s.rows, s.hidden, [&](auto at) {
    da[at] = dh[at] * (one - h[at] * h[at]);  // (elman.2')
  });  // (elman.1'): dW, dH, db, dx and dh_prev follow from da in the loop over time
}

void forward_relu(const Step& s) {
  const Units a = s.a, h = s.h;
  for_each_unit(s.rows, s.hidden, [&](auto at) {
    h[at] = relu(a[at]);  // (elman.2) with relu
  });
}

void backward_relu(const Step& s) {
  const Units da = s.da, dh = s.dh, h = s.h;
  const Lane zero(real(0));
  for_each_unit(s.rows, s.hidden, [&](auto at) {
    // (elman.2') with relu: where a ≤ 0, nothing goes back
    da[at] = xsimd::select(Lane(h[at]) > zero, Lane(dh[at]), zero);
  });
}

constexpr CellFormula elman(void (*forward)(const Step&), void (*backward)(const Step&)) {
  return {
      .name = "rnn",
      .preactivations = preactivations,
      .activations = {},
      .has_cell_state = false,
      .split = false,
      .forward = forward,
      .backward = backward,
      .forward_clamped = nullptr,
      .backward_clamped = nullptr,
  };
}

}  // namespace

const CellFormula& elman_cell(Nonlinearity nonlinearity) {
  static constexpr CellFormula with_tanh = elman(forward_tanh, backward_tanh);
  static constexpr CellFormula with_relu = elman(forward_relu, backward_relu);
  return nonlinearity == Nonlinearity::relu ? with_relu : with_tanh;
}

}  // namespace rnn
