#include "panels.hpp"

#include <algorithm>

namespace rnn {

namespace {

/// Four lanes of four: rows become columns.
[[maybe_unused]] void transpose_lanes(const real* const* x, std::size_t k, real* target,
                                      std::size_t stride) {
  const auto row = [&](std::size_t r) { return Lane::load_unaligned(x[r] + k); };
  const Lane even_low = xsimd::zip_lo(row(0), row(2)), even_high = xsimd::zip_hi(row(0), row(2));
  const Lane odd_low = xsimd::zip_lo(row(1), row(3)), odd_high = xsimd::zip_hi(row(1), row(3));
  xsimd::zip_lo(even_low, odd_low).store_unaligned(target);
  xsimd::zip_hi(even_low, odd_low).store_unaligned(target + stride);
  xsimd::zip_lo(even_high, odd_high).store_unaligned(target + 2 * stride);
  xsimd::zip_hi(even_high, odd_high).store_unaligned(target + 3 * stride);
}

}  // namespace

void interleave(const real* const* x, std::size_t depth, real* target, std::size_t stride) {
  std::size_t k = 0;
  if constexpr (Lane::size == interleaved) {
    for (; k + Lane::size <= depth; k += Lane::size) {
      transpose_lanes(x, k, target + k * stride, stride);
    }
  }
  for (; k < depth; ++k) {
    for (std::size_t r = 0; r < interleaved; ++r) target[k * stride + r] = x[r][k];
  }
}

Panels pack(const View<2>& matrix, real* memory) {
  const std::size_t depth = matrix.shape()[0];
  const std::size_t columns = matrix.shape()[1];
  const std::size_t stride = row_stride(matrix);
  real* target = memory;
  for (std::size_t first = 0; first < columns; first += panel_width) {
    const std::size_t width = std::min(panel_width, columns - first);
    const real* source = matrix.data() + first;
    for (std::size_t k = 0; k < depth; ++k, target += panel_width) {
      std::copy_n(source + k * stride, width, target);
      std::fill_n(target + width, panel_width - width, real(0));
    }
  }
  return {memory, depth, columns};
}

Panels pack_transposed(const View<2>& matrix, real* memory) {
  static_assert(panel_width % interleaved == 0);
  const std::size_t columns = matrix.shape()[0];
  const std::size_t depth = matrix.shape()[1];
  const std::size_t whole = columns / interleaved * interleaved;
  if (columns % panel_width != 0) {
    real* last = memory + (panel_count(columns) - 1) * depth * panel_width;
    std::fill_n(last, depth * panel_width, real(0));
  }
  const auto row = [&](std::size_t j) { return matrix.data() + j * row_stride(matrix); };
  const auto target = [&](std::size_t j) {
    return memory + j / panel_width * depth * panel_width + j % panel_width;
  };
  for (std::size_t j = 0; j < whole; j += interleaved) {
    const real* x[] = {row(j), row(j + 1), row(j + 2), row(j + 3)};
    interleave(x, depth, target(j), panel_width);
  }
  for (std::size_t j = whole; j < columns; ++j) {
    for (std::size_t k = 0; k < depth; ++k) target(j)[k * panel_width] = row(j)[k];
  }
  return {memory, depth, columns};
}

}  // namespace rnn
