#include "product.hpp"

#include <algorithm>

#include "tile.hpp"

namespace rnn {

namespace {

constexpr std::size_t wide_tile = 4;  // panels beside each other under a single row
/// Terms summed before a tile is put back into y: a panel of so many, and as many terms of a
/// few rows, stay in the first-level cache together.
constexpr std::size_t depth_block = 256;
constexpr std::size_t packed_size = 4096;  // reals

/// y_r ← start + x_r w for the listed rows.
class Product {
 public:
  // The packed rows are written before they are read: clearing them would cost.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init)
  Product(const View<2>& x, const Panels& w, Start start, View<2>& y)
      : x_(x.data()),
        x_stride_(row_stride(x)),
        w_(w),
        start_(start),
        y_(y.data()),
        y_stride_(row_stride(y)) {}

  void over(Rows rows) {
    for (std::size_t first = 0; first < w_.depth; first += depth_block) {
      const std::size_t depth = std::min(depth_block, w_.depth - first);
      over_terms(rows, first, depth);
      start_ = {nullptr, true};
    }
  }

 private:
  void over_terms(Rows rows, std::size_t first, std::size_t depth) {
    const std::size_t block = packed_size / depth / tile_rows * tile_rows;
    while (rows.size() >= tile_rows) {
      const std::size_t count = std::min(block, rows.size() / tile_rows * tile_rows);
      over_block(rows.first(count), first, depth);
      rows = rows.subspan(count);
    }
    for (const std::int32_t row : rows) over_row(static_cast<std::size_t>(row), first, depth);
  }

  /// Each panel meets all rows of the block while it is in the cache.
  void over_block(Rows rows, std::size_t first, std::size_t depth) {
    for (std::size_t g = 0; g < rows.size(); g += tile_rows) {
      interleave_rows(rows.subspan(g, tile_rows), first, depth, packed_ + g * depth);
    }
    for (std::size_t column = 0; column < w_.columns; column += panel_width) {
      const real* w = w_.panel(column / panel_width) + first * panel_width;
      for (std::size_t g = 0; g < rows.size(); g += tile_rows) {
        real* y[tile_rows];
        for (std::size_t r = 0; r < tile_rows; ++r) y[r] = y_of(rows[g + r]) + column;
        const Factors<tile_rows> factors{packed_ + g * depth, depth};
        edge_tile(factors, w, start_.shifted(column), y, w_.columns - column);
      }
    }
  }

  void interleave_rows(Rows rows, std::size_t first, std::size_t depth, real* target) const {
    const real* x[tile_rows];
    for (std::size_t r = 0; r < tile_rows; ++r) x[r] = x_of(rows[r]) + first;
    interleave(x, depth, target, tile_rows);
  }

  void over_row(std::size_t row, std::size_t first, std::size_t depth) const {
    constexpr std::size_t wide = wide_tile * panel_width;
    const std::size_t stride = w_.depth * panel_width;
    const Factors<1> factors{x_of(static_cast<std::int32_t>(row)) + first, depth};
    std::size_t column = 0;
    const auto w = [&] { return w_.panel(column / panel_width) + first * panel_width; };
    for (; column + wide <= w_.columns; column += wide) {
      real* const y[] = {y_of(static_cast<std::int32_t>(row)) + column};
      tile<1, wide_tile>(factors, w(), stride, start_.shifted(column), y);
    }
    for (; column < w_.columns; column += panel_width) {
      real* const y[] = {y_of(static_cast<std::int32_t>(row)) + column};
      edge_tile(factors, w(), start_.shifted(column), y, w_.columns - column);
    }
  }

  const real* x_of(std::int32_t row) const {
    return x_ + static_cast<std::size_t>(row) * x_stride_;
  }
  real* y_of(std::int32_t row) const { return y_ + static_cast<std::size_t>(row) * y_stride_; }

  const real* x_;
  std::size_t x_stride_;
  const Panels& w_;
  Start start_;
  real* y_;
  std::size_t y_stride_;
  alignas(Lane) real packed_[packed_size];
};

}  // namespace

void affine(Rows rows, const View<2>& x, const Panels& weight_t, const View<1>& bias, View<2> y) {
  Product(x, weight_t, {bias.data(), false}, y).over(rows);
}

void affine_add(Rows rows, const View<2>& x, const Panels& weight_t, const View<1>& bias,
                View<2> y) {
  Product(x, weight_t, {bias.data(), true}, y).over(rows);
}

void affine_input_gradient(Rows rows, const View<2>& dy, const Panels& weight, View<2> dx) {
  Product(dy, weight, {nullptr, true}, dx).over(rows);
}

}  // namespace rnn
