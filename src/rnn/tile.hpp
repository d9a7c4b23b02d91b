#pragma once

#include <algorithm>

#include "panels.hpp"

/// The innermost part of every matrix product, shared by product.cpp and weight_gradient.cpp.
namespace rnn {

constexpr std::size_t tile_rows = interleaved;

/// What the sums of a tile begin with: y, bias, or y + bias.
struct Start {
  const real* bias;  ///< of the tile's first column; null: none
  bool from_y;

  Start shifted(std::size_t columns) const { return {bias ? bias + columns : nullptr, from_y}; }
  Lane at(std::size_t column, const real* y) const {
    if (!bias) return Lane::load_unaligned(y + column);
    const Lane first = Lane::load_unaligned(bias + column);
    return from_y ? Lane::load_unaligned(y + column) + first : first;
  }
};

/// Rows beside each other: x[k R + r] is the factor of row r in term k, for `depth` terms.
template <std::size_t R>
struct Factors {
  const real* x;
  std::size_t depth;
};

/// y ← start + Σ_k x_k w_k for `R` rows and `P` whole panels. The sums stay in registers, and
/// the innermost loop has nothing to do but load, multiply, add and move two pointers on.
template <std::size_t R, std::size_t P>
void tile(Factors<R> factors, const real* w, std::size_t panel_stride, Start start,
          real* const (&y)[R]) {
  constexpr std::size_t lanes = 2 * P;
  Lane sums[R][lanes];
  for (std::size_t r = 0; r < R; ++r) {
    for (std::size_t v = 0; v < lanes; ++v) sums[r][v] = start.at(v * Lane::size, y[r]);
  }
  const real* x = factors.x;
  for (const real* end = x + R * factors.depth; x != end; x += R, w += panel_width) {
    Lane weights[lanes];
    for (std::size_t v = 0; v < lanes; ++v) {
      weights[v] = Lane::load_unaligned(w + v / 2 * panel_stride + v % 2 * Lane::size);
    }
    for (std::size_t r = 0; r < R; ++r) {
      const Lane factor(x[r]);
      for (std::size_t v = 0; v < lanes; ++v) sums[r][v] = sums[r][v] + factor * weights[v];
    }
  }
  for (std::size_t r = 0; r < R; ++r) {
    for (std::size_t v = 0; v < lanes; ++v) sums[r][v].store_unaligned(y[r] + v * Lane::size);
  }
}

/// The same for one panel of which `width` columns are there: an incomplete one on a copy, so
/// that nothing beyond the end of a row is read or written.
template <std::size_t R>
void edge_tile(Factors<R> factors, const real* w, Start start, real* const (&y)[R],
               std::size_t width) {
  if (width >= panel_width) return tile<R, 1>(factors, w, 0, start, y);
  real copies[R][panel_width] = {}, bias[panel_width] = {};
  real* targets[R];
  for (std::size_t r = 0; r < R; ++r) {
    std::copy_n(y[r], width, copies[r]);
    targets[r] = copies[r];
  }
  if (start.bias) std::copy_n(start.bias, width, bias);
  tile<R, 1>(factors, w, 0, {start.bias ? bias : nullptr, start.from_y}, targets);
  for (std::size_t r = 0; r < R; ++r) std::copy_n(copies[r], width, y[r]);
}

}  // namespace rnn
