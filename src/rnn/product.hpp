#pragma once

#include "panels.hpp"
#include "tensor.hpp"

/// Matrix products, where a training step spends its time. Every sum runs in the order of its
/// index from the first term to the last, so a result does not depend on where a row or a column
/// falls in a register: the naive twins in the tests give the same bits.
namespace rnn {

/// y_r ← x_r W^T + b for every listed row r.
/// x (·, n), weight_t = W^T (n, m), bias (m), y (·, m).
void affine(Rows rows, const View<2>& x, const Panels& weight_t, const View<1>& bias, View<2> y);

/// y_r ← (y_r + b) + x_r W^T: the second half of W x + U h, onto the first.
void affine_add(Rows rows, const View<2>& x, const Panels& weight_t, const View<1>& bias,
                View<2> y);

/// Adjoint of affine in x: dx_r ← dx_r + dy_r W. weight = W (m, n).
void affine_input_gradient(Rows rows, const View<2>& dy, const Panels& weight, View<2> dx);

/// Adjoint of affine in W and b: dW ← dW + Σ_r dy_r^T x_r, db ← db + Σ_r dy_r.
void affine_weight_gradient(Rows rows, const View<2>& dy, const View<2>& x, View<2> dweight,
                            View<1> dbias);

}  // namespace rnn
