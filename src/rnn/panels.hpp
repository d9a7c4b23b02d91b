#pragma once

#include <cstdint>

#include "lanes.hpp"
#include "tensor.hpp"

namespace rnn {

/// A panel is as wide as two registers: with four rows it makes eight sums, as many as the
/// sixteen registers of the machine can keep beside the operands.
constexpr std::size_t panel_width = 2 * Lane::size;

constexpr std::size_t panel_count(std::size_t columns) {
  return (columns + panel_width - 1) / panel_width;
}

/// A matrix (depth, columns) in the order in which a product reads it: panels of
/// `panel_width` columns, each a run of `depth` short rows. What is missing in the last panel
/// is zero. Borrowed: whoever packed it owns the memory.
struct Panels {
  const real* data;
  std::size_t depth;
  std::size_t columns;

  const real* panel(std::size_t p) const { return data + p * depth * panel_width; }
};

/// How many reals the panels of a matrix (depth, columns) take.
constexpr std::uint64_t panels_size(std::uint64_t depth, std::size_t columns) {
  return depth * panel_count(columns) * panel_width;
}

/// How many rows `interleave` takes.
constexpr std::size_t interleaved = 4;

/// target[k stride + r] ← x_r[k] for `interleaved` rows of `depth` numbers.
void interleave(const real* const* x, std::size_t depth, real* target, std::size_t stride);

/// Packs the matrix (depth, columns) into `memory`, of panels_size.
Panels pack(const View<2>& matrix, real* memory);

/// Packs the transposed of the matrix (columns, depth): W (m, n) as the W^T of y = x W^T.
Panels pack_transposed(const View<2>& matrix, real* memory);

}  // namespace rnn
