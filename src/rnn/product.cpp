#include "product.hpp"

#include <algorithm>

namespace rnn {

namespace {

constexpr std::size_t tile_rows = interleaved;
constexpr std::size_t wide_tile = 4;  // panels beside each other under a single row
/// Terms summed before a tile is put back into y: a panel of so many, and as many terms of a
/// few rows, stay in the first-level cache together.
constexpr std::size_t depth_block = 256;
constexpr std::size_t packed_size = 4096;  // reals

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

/// Of the listed rows of a matrix, `width` columns in strips of `W`: each strip becomes a run of
/// short rows, the last one filled up with zeros. A row is read once, for all strips.
template <std::size_t W>
void gather(Rows rows, const real* columns, std::size_t stride, std::size_t width, real* target) {
  const std::size_t whole = width / W * W;
  const std::size_t strip = rows.size() * W;
  for (const std::int32_t row : rows) {
    const real* source = columns + static_cast<std::size_t>(row) * stride;
    real* place = target;
    for (std::size_t at = 0; at < whole; at += W, place += strip) {
      for (std::size_t j = 0; j < W; j += Lane::size) {
        Lane::load_unaligned(source + at + j).store_unaligned(place + j);
      }
    }
    if (whole < width) {
      std::fill(std::copy_n(source + whole, width - whole, place), place + W, real(0));
    }
    target += W;
  }
}

/// dW ← dW + Σ_r dy_r^T x_r: the sum over rows is a product of depth rows.size(), once the
/// columns of dy and x are gathered.
class WeightGradient {
 public:
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init)
  WeightGradient(const View<2>& dy, const View<2>& x, View<2>& dweight)
      : dy_(dy), x_(x), dweight_(dweight) {}

  void over(Rows rows) {
    const std::size_t columns = dweight_.shape()[1];
    for (std::size_t first = 0; first < rows.size(); first += row_block) {
      const Rows pass = rows.subspan(first, std::min(row_block, rows.size() - first));
      for (std::size_t n = 0; n < columns; n += panel_block * panel_width) {
        over_columns(pass, n, std::min(columns - n, panel_block * panel_width));
      }
    }
  }

 private:
  static constexpr std::size_t row_block = 64;
  static constexpr std::size_t panel_block = 8;
  static constexpr std::size_t output_block = 16;  // a cache line of dy

  void over_columns(Rows rows, std::size_t n, std::size_t width) {
    const std::size_t outputs = dweight_.shape()[0];
    gather<panel_width>(rows, x_.data() + n, row_stride(x_), width, panels_);
    for (std::size_t m = 0; m < outputs; m += output_block) {
      const std::size_t height = std::min(output_block, outputs - m);
      gather<tile_rows>(rows, dy_.data() + m, row_stride(dy_), height, factors_);
      for (std::size_t at = 0; at < width; at += panel_width) {
        const real* panel = panels_ + at * rows.size();
        for (std::size_t g = 0; g < height; g += tile_rows) {
          over_tile({factors_ + g * rows.size(), rows.size()}, panel, m + g, n + at, width - at);
        }
      }
    }
  }

  void over_tile(Factors<tile_rows> factors, const real* panel, std::size_t m, std::size_t n,
                 std::size_t width) {
    real nowhere[panel_width] = {};
    real* y[tile_rows];
    for (std::size_t r = 0; r < tile_rows; ++r) {
      const bool exists = m + r < dweight_.shape()[0];
      y[r] = exists ? dweight_.data() + (m + r) * row_stride(dweight_) + n : nowhere;
    }
    edge_tile(factors, panel, {nullptr, true}, y, width);
  }

  const View<2>& dy_;
  const View<2>& x_;
  View<2>& dweight_;
  alignas(Lane) real panels_[panel_block * panel_width * row_block];
  alignas(Lane) real factors_[output_block * row_block];
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

void affine_weight_gradient(Rows rows, const View<2>& dy, const View<2>& x, View<2> dweight,
                            View<1> dbias) {
  WeightGradient(dy, x, dweight).over(rows);
  const Units sum(dbias.data(), 0);
  const Units terms(dy);
  for (const std::int32_t row : rows) {
    const auto r = static_cast<std::size_t>(row);
    for_each(dweight.shape()[0], [&](auto at) {
      auto term = at;
      term.row = r;
      sum[at] += terms[term];
    });
  }
}

}  // namespace rnn
