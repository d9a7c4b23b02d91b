#pragma once

#include "tensor.hpp"

/// The engine's loops over rows of numbers, beside the products of product.hpp.
namespace rnn {

/// probabilities_r ← softmax(logits_r) for every listed row, both (·, classes), and
/// log_sums[r] ← ln Σ_k e^{logits_rk}, without overflow.
void softmax(Rows rows, const View<2>& logits, View<2> probabilities, real* log_sums);

/// y ← y + x, `size` numbers each; they do not overlap.
void add(real* y, const real* x, std::size_t size);

/// Σ_k x_k² of a flat run, in chunks summed in double.
double sum_of_squares(const real* values, std::size_t size);

/// norms[r] ← ‖x_r‖₂ for every row, in double on the way: a gradient of 1e-30 has a square.
void row_norms(const View<2>& x, real* norms);

}  // namespace rnn
