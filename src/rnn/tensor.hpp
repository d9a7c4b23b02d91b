#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <xtensor/xadapt.hpp>

namespace rnn {

/// The one number type of the engine: the sources build once with float (what ships) and
/// once with double (what proves the derivatives).
#ifdef RNN_DOUBLE
using real = double;
#else
using real = float;
#endif

template <std::size_t N>
using Extents = std::array<std::size_t, N>;

namespace detail {
template <std::size_t N>
auto adapt(real* data, const Extents<N>& shape, const Extents<N>& strides) {
  // xtensor wants the number of elements here, not how far the strides reach.
  std::size_t size = 1;
  for (const std::size_t extent : shape) size *= extent;
  // + makes a value of the address: xtensor would hold a reference to a variable.
  return xt::adapt(+data, size, xt::no_ownership(), shape, strides);
}
}  // namespace detail

/// A borrowed, strided view of reals: copying it copies the address. Never assign one view
/// to another, that would copy elements; never let one outlive the arena it points into.
template <std::size_t N>
using View = decltype(detail::adapt(nullptr, Extents<N>{}, Extents<N>{}));

/// A view of `rows` × `columns` reals whose rows start `row_stride` reals apart.
inline View<2> matrix(real* data, std::size_t rows, std::size_t columns, std::size_t row_stride) {
  return detail::adapt<2>(data, {rows, columns}, {row_stride, 1});
}

inline View<2> matrix(real* data, std::size_t rows, std::size_t columns) {
  return matrix(data, rows, columns, columns);
}

inline View<1> vector(real* data, std::size_t size) {
  return detail::adapt<1>(data, {size}, {1});
}

/// Distance of two rows in memory, in reals.
inline std::size_t row_stride(const View<2>& view) {
  return static_cast<std::size_t>(view.strides()[0]);
}

/// Indices of the rows that take part in an operation: what a mask says, and what packing
/// says, as a list. Rows that are not listed are neither read nor written.
using Rows = std::span<const std::int32_t>;

}  // namespace rnn
