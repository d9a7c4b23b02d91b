#include <algorithm>

#include "kernels.hpp"
#include "product.hpp"
#include "tile.hpp"

namespace rnn {

namespace {

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

void affine_weight_gradient(Rows rows, const View<2>& dy, const View<2>& x, View<2> dweight,
                            View<1> dbias) {
  WeightGradient(dy, x, dweight).over(rows);
  for (const std::int32_t row : rows) add(dbias.data(), &dy(row, 0), dweight.shape()[0]);
}

}  // namespace rnn
