#include "kernels.hpp"

#include <algorithm>
#include <cmath>

#include "lanes.hpp"

namespace rnn {

namespace {

constexpr std::size_t row_block = 4;     // rows of one register tile
constexpr std::size_t vector_block = 2;  // lanes of one register tile
constexpr std::size_t depth_block = 64;  // rows of a weight gradient summed per pass: in cache

enum class Start { bias, y, y_and_bias };

/// One tile of y ← start + x W: `R` rows, `V` lanes from column `n`.
template <std::size_t R, std::size_t V, Start start>
void product_tile(const real* const* x, std::size_t depth, const real* w, std::size_t w_stride,
                  const real* bias, real* const* y, std::size_t n) {
  Lane sum[R][V];
  for (std::size_t r = 0; r < R; ++r) {
    for (std::size_t v = 0; v < V; ++v) {
      const std::size_t column = n + v * Lane::size;
      if constexpr (start == Start::bias) sum[r][v] = Lane::load_unaligned(bias + column);
      if constexpr (start != Start::bias) sum[r][v] = Lane::load_unaligned(y[r] + column);
      if constexpr (start == Start::y_and_bias) sum[r][v] += Lane::load_unaligned(bias + column);
    }
  }
  const real* w_row = w + n;
  for (std::size_t k = 0; k < depth; ++k, w_row += w_stride) {
    Lane weights[V];
    for (std::size_t v = 0; v < V; ++v) weights[v] = Lane::load_unaligned(w_row + v * Lane::size);
    for (std::size_t r = 0; r < R; ++r) {
      const Lane factor(x[r][k]);
      for (std::size_t v = 0; v < V; ++v) sum[r][v] = sum[r][v] + factor * weights[v];
    }
  }
  for (std::size_t r = 0; r < R; ++r) {
    for (std::size_t v = 0; v < V; ++v) sum[r][v].store_unaligned(y[r] + n + v * Lane::size);
  }
}

/// The columns that fill no lane, one by one, in the same order of summation.
template <Start start>
void product_column(const real* x, std::size_t depth, const real* w, std::size_t w_stride,
                    const real* bias, real* y, std::size_t n) {
  real sum = start == Start::bias ? bias[n] : y[n];
  if constexpr (start == Start::y_and_bias) sum += bias[n];
  for (std::size_t k = 0; k < depth; ++k) sum = sum + x[k] * w[k * w_stride + n];
  y[n] = sum;
}

template <std::size_t R, Start start>
void product_rows(const real* const* x, std::size_t depth, const real* w, std::size_t w_stride,
                  const real* bias, real* const* y, std::size_t columns) {
  std::size_t n = 0;
  for (; n + vector_block * Lane::size <= columns; n += vector_block * Lane::size) {
    product_tile<R, vector_block, start>(x, depth, w, w_stride, bias, y, n);
  }
  for (; n + Lane::size <= columns; n += Lane::size) {
    product_tile<R, 1, start>(x, depth, w, w_stride, bias, y, n);
  }
  for (; n < columns; ++n) {
    for (std::size_t r = 0; r < R; ++r) {
      product_column<start>(x[r], depth, w, w_stride, bias, y[r], n);
    }
  }
}

/// y_r ← start + x_r w for the listed rows; w (depth, columns).
template <Start start>
void product(Rows rows, const View<2>& x, const View<2>& w, const real* bias, View<2>& y) {
  const std::size_t depth = w.shape()[0];
  const std::size_t columns = w.shape()[1];
  const std::size_t x_stride = row_stride(x);
  const std::size_t y_stride = row_stride(y);
  const real* x_rows[row_block];
  real* y_rows[row_block];
  std::size_t done = 0;
  const auto point = [&](std::size_t count) {
    for (std::size_t r = 0; r < count; ++r) {
      const auto row = static_cast<std::size_t>(rows[done + r]);
      x_rows[r] = x.data() + row * x_stride;
      y_rows[r] = y.data() + row * y_stride;
    }
    done += count;
  };
  while (done + row_block <= rows.size()) {
    point(row_block);
    product_rows<row_block, start>(x_rows, depth, w.data(), row_stride(w), bias, y_rows, columns);
  }
  while (done < rows.size()) {
    point(1);
    product_rows<1, start>(x_rows, depth, w.data(), row_stride(w), bias, y_rows, columns);
  }
}

/// One tile of dW: `R` rows from `m`, `V` lanes from column `n`, over the rows of one pass.
template <std::size_t R, std::size_t V>
void gradient_tile(Rows rows, const View<2>& dy, const View<2>& x, View<2>& dweight, std::size_t m,
                   std::size_t n) {
  const std::size_t dy_stride = row_stride(dy);
  const std::size_t x_stride = row_stride(x);
  real* target = dweight.data() + m * row_stride(dweight) + n;
  Lane sum[R][V];
  for (std::size_t r = 0; r < R; ++r) {
    for (std::size_t v = 0; v < V; ++v) {
      sum[r][v] = Lane::load_unaligned(target + r * row_stride(dweight) + v * Lane::size);
    }
  }
  for (const std::int32_t row : rows) {
    const real* dy_row = dy.data() + static_cast<std::size_t>(row) * dy_stride + m;
    const real* x_row = x.data() + static_cast<std::size_t>(row) * x_stride + n;
    Lane inputs[V];
    for (std::size_t v = 0; v < V; ++v) inputs[v] = Lane::load_unaligned(x_row + v * Lane::size);
    for (std::size_t r = 0; r < R; ++r) {
      const Lane factor(dy_row[r]);
      for (std::size_t v = 0; v < V; ++v) sum[r][v] = sum[r][v] + factor * inputs[v];
    }
  }
  for (std::size_t r = 0; r < R; ++r) {
    for (std::size_t v = 0; v < V; ++v) {
      sum[r][v].store_unaligned(target + r * row_stride(dweight) + v * Lane::size);
    }
  }
}

template <std::size_t R>
void gradient_rows(Rows rows, const View<2>& dy, const View<2>& x, View<2>& dweight,
                   std::size_t m) {
  const std::size_t columns = dweight.shape()[1];
  std::size_t n = 0;
  for (; n + vector_block * Lane::size <= columns; n += vector_block * Lane::size) {
    gradient_tile<R, vector_block>(rows, dy, x, dweight, m, n);
  }
  for (; n + Lane::size <= columns; n += Lane::size) {
    gradient_tile<R, 1>(rows, dy, x, dweight, m, n);
  }
  for (; n < columns; ++n) {
    for (std::size_t r = 0; r < R; ++r) {
      real sum = dweight(m + r, n);
      for (const std::int32_t row : rows) sum = sum + dy(row, m + r) * x(row, n);
      dweight(m + r, n) = sum;
    }
  }
}

}  // namespace

void write_transposed(const View<2>& matrix, View<2> transposed) {
  const std::size_t rows = matrix.shape()[0];
  const std::size_t columns = matrix.shape()[1];
  const real* source = matrix.data();
  real* target = transposed.data();
  const std::size_t source_stride = row_stride(matrix);
  const std::size_t target_stride = row_stride(transposed);
  for (std::size_t n = 0; n < columns; ++n) {
    for (std::size_t m = 0; m < rows; ++m) {
      target[n * target_stride + m] = source[m * source_stride + n];
    }
  }
}

void affine(Rows rows, const View<2>& x, const View<2>& weight_t, const View<1>& bias, View<2> y) {
  product<Start::bias>(rows, x, weight_t, bias.data(), y);
}

void affine_add(Rows rows, const View<2>& x, const View<2>& weight_t, const View<1>& bias,
                View<2> y) {
  product<Start::y_and_bias>(rows, x, weight_t, bias.data(), y);
}

void affine_input_gradient(Rows rows, const View<2>& dy, const View<2>& weight, View<2> dx) {
  product<Start::y>(rows, dy, weight, nullptr, dx);
}

void affine_weight_gradient(Rows rows, const View<2>& dy, const View<2>& x, View<2> dweight,
                            View<1> dbias) {
  const std::size_t outputs = dweight.shape()[0];
  for (std::size_t begin = 0; begin < rows.size(); begin += depth_block) {
    const Rows pass = rows.subspan(begin, std::min(depth_block, rows.size() - begin));
    std::size_t m = 0;
    for (; m + row_block <= outputs; m += row_block) {
      gradient_rows<row_block>(pass, dy, x, dweight, m);
    }
    for (; m < outputs; ++m) gradient_rows<1>(pass, dy, x, dweight, m);
  }
  const Units sum(dbias.data(), 0);
  const Units terms(dy);
  for (const std::int32_t row : rows) {
    const auto r = static_cast<std::size_t>(row);
    for_each(outputs, [&](auto at) {
      auto term = at;
      term.row = r;
      sum[at] += terms[term];
    });
  }
}

void softmax(Rows rows, const View<2>& logits, View<2> probabilities, real* log_sums) {
  const std::size_t classes = logits.shape()[1];
  const Units in(logits);
  const Units out(probabilities);
  for (const std::int32_t row : rows) {
    const auto r = static_cast<std::size_t>(row);
    const real* logit = logits.data() + r * row_stride(logits);
    const real* share = probabilities.data() + r * row_stride(probabilities);
    const real largest = *std::max_element(logit, logit + classes);
    const Rows one(&row, 1);
    for_each_unit(one, classes,
                  [&](auto at) { out[at] = exp(static_cast<Lane>(in[at]) - Lane(largest)); });
    real sum = 0;
    for (std::size_t k = 0; k < classes; ++k) sum += share[k];
    for_each_unit(one, classes, [&](auto at) { out[at] = static_cast<Lane>(out[at]) / Lane(sum); });
    log_sums[r] = largest + log(Lane(sum)).get(0);
  }
}

double sum_of_squares(const real* values, std::size_t size) {
  constexpr std::size_t chunk = 1024;
  double total = 0;
  for (std::size_t begin = 0; begin < size; begin += chunk) {
    const std::size_t end = std::min(begin + chunk, size);
    Lane sum(real(0));
    std::size_t k = begin;
    for (; k + Lane::size <= end; k += Lane::size) {
      const Lane value = Lane::load_unaligned(values + k);
      sum = sum + value * value;
    }
    for (std::size_t lane = 0; lane < Lane::size; ++lane) total += double(sum.get(lane));
    for (; k < end; ++k) total += double(values[k]) * double(values[k]);
  }
  return total;
}

void row_norms(const View<2>& x, real* norms) {
  const std::size_t width = x.shape()[1];
  for (std::size_t r = 0; r < x.shape()[0]; ++r) {
    const real* row = x.data() + r * row_stride(x);
    double sum = 0;
    for (std::size_t k = 0; k < width; ++k) sum += double(row[k]) * double(row[k]);
    norms[r] = static_cast<real>(std::sqrt(sum));
  }
}

}  // namespace rnn
