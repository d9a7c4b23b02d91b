#pragma once

#include "tensor.hpp"

/// The engine's loops over matrices. Every sum runs in the order of its index from the first
/// term to the last, so a result does not depend on where a row or a column falls in a
/// register: the naive twins in the tests give the same bits.
namespace rnn {

/// transposed (n, m) ← matrix (m, n). (A plain `transpose` would be hijacked by xtensor's.)
void write_transposed(const View<2>& matrix, View<2> transposed);

/// y_r ← x_r W^T + b for every listed row r.
/// x (·, n), weight_t = W^T (n, m), bias (m), y (·, m).
void affine(Rows rows, const View<2>& x, const View<2>& weight_t, const View<1>& bias, View<2> y);

/// y_r ← y_r + b + x_r W^T: the second half of W x + U h, onto the first.
void affine_add(Rows rows, const View<2>& x, const View<2>& weight_t, const View<1>& bias,
                View<2> y);

/// Adjoint of affine in x: dx_r ← dx_r + dy_r W. weight = W (m, n).
void affine_input_gradient(Rows rows, const View<2>& dy, const View<2>& weight, View<2> dx);

/// Adjoint of affine in W and b: dW ← dW + Σ_r dy_r^T x_r, db ← db + Σ_r dy_r.
void affine_weight_gradient(Rows rows, const View<2>& dy, const View<2>& x, View<2> dweight,
                            View<1> dbias);

/// probabilities_r ← softmax(logits_r) for every listed row, both (·, classes), and
/// log_sums[r] ← ln Σ_k e^{logits_rk}, without overflow.
void softmax(Rows rows, const View<2>& logits, View<2> probabilities, real* log_sums);

/// Σ_k x_k² of a flat run, in chunks summed in double.
double sum_of_squares(const real* values, std::size_t size);

/// norms[r] ← ‖x_r‖₂ for every row, in double on the way: a gradient of 1e-30 has a square.
void row_norms(const View<2>& x, real* norms);

}  // namespace rnn
