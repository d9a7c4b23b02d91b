// Elman's simple recurrent network, "Finding Structure in Time" (1990), tanh.
//
//   a = W x + b_ih + H h_prev + b_hh     (elman.1)
//   h = tanh(a)                          (elman.2)
//
// Shapes, one row: x (D), h and h_prev (H), W (H, D), H (H, H), b_ih and b_hh (H).

#include "cell.hpp"

namespace rnn {

namespace {

constexpr std::string_view preactivations[] = {"a"};

void forward(const Step& s) {
  const Units a = s.a, h = s.h;  // (elman.1): summed by the loop over time
  for_each_unit(s.rows, s.hidden, [&](auto at) {
    h[at] = tanh(a[at]);  // (elman.2)
  });
}

void backward(const Step& s) {
  const Units da = s.da, dh = s.dh, h = s.h;
  const Lane one(1);
  for_each_unit(s.rows, s.hidden, [&](auto at) {
    da[at] = dh[at] * (one - h[at] * h[at]);  // (elman.2')
  });  // (elman.1'): dW, dH, db, dx and dh_prev follow from da in the loop over time
}

}  // namespace

const CellFormula& elman_cell() {
  static constexpr CellFormula cell{
      .name = "rnn",
      .preactivations = preactivations,
      .activations = {},
      .has_cell_state = false,
      .split = false,
      .forward = forward,
      .backward = backward,
  };
  return cell;
}

}  // namespace rnn
