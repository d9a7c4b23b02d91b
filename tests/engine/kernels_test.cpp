#include "rnn/kernels.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <vector>

#include "rnn/lanes.hpp"
#include "test_model.hpp"

using rnn::matrix;
using rnn::real;
using rnn::Rows;
using rnn::View;

namespace {

constexpr std::size_t lane = rnn::Lane::size;
/// 1, 3, and around one and two registers of each kind.
const std::vector<std::size_t> sizes = {1, 3, lane - 1, lane, lane + 1, 2 * lane + 1, 4 * lane + 3};
constexpr real untouched = 77;

/// A matrix with rows further apart than needed, and starting off any alignment.
struct Block {
  Block(std::size_t rows, std::size_t columns, std::uint32_t seed, bool filled = true)
      : rows(rows), columns(columns), stride(columns + 3), data(1 + rows * stride, untouched) {
    const std::vector<double> numbers = drawn(rows * columns, seed);
    for (std::size_t k = 0; filled && k < numbers.size(); ++k) {
      at(k / columns, k % columns) = static_cast<real>(numbers[k]);
    }
  }
  real& at(std::size_t row, std::size_t column) { return data[1 + row * stride + column]; }
  View<2> view() { return matrix(data.data() + 1, rows, columns, stride); }

  std::size_t rows, columns, stride;
  std::vector<real> data;
};

std::vector<std::int32_t> odd_rows(std::size_t count) {
  std::vector<std::int32_t> rows;
  for (std::size_t r = 0; r < count; ++r) {
    if (r % 3 != 1) rows.push_back(static_cast<std::int32_t>(r));
  }
  return rows;
}

}  // namespace

TEST_CASE("affine is its naive twin, to the last bit, and leaves unlisted rows alone") {
  for (const std::size_t depth : sizes) {
    for (const std::size_t outputs : sizes) {
      constexpr std::size_t rows = 11;
      const auto listed = odd_rows(rows);
      Block x(rows, depth, 1), w(outputs, depth, 2), w_t(depth, outputs, 3), b(1, outputs, 4);
      Block y(rows, outputs, 5, false), sum(rows, outputs, 6);
      Block expected = y, expected_sum = sum;
      for (const auto r : listed) {
        for (std::size_t m = 0; m < outputs; ++m) {
          expected.at(r, m) = b.at(0, m);
          expected_sum.at(r, m) += b.at(0, m);
          for (std::size_t k = 0; k < depth; ++k) {
            expected.at(r, m) += x.at(r, k) * w.at(m, k);
            expected_sum.at(r, m) += x.at(r, k) * w.at(m, k);
          }
        }
      }
      rnn::write_transposed(w.view(), w_t.view());
      const View<1> bias = rnn::vector(&b.at(0, 0), outputs);
      rnn::affine(Rows(listed), x.view(), w_t.view(), bias, y.view());
      rnn::affine_add(Rows(listed), x.view(), w_t.view(), bias, sum.view());
      CAPTURE(depth, outputs);
      CHECK(y.data == expected.data);
      CHECK(sum.data == expected_sum.data);
    }
  }
}

TEST_CASE("the adjoints of affine are their naive twins, to the last bit") {
  for (const std::size_t depth : sizes) {
    for (const std::size_t outputs : sizes) {
      constexpr std::size_t rows = 150;  // more than one pass of a weight gradient
      const auto listed = odd_rows(rows);
      Block x(rows, depth, 1), w(outputs, depth, 2), dy(rows, outputs, 3), db(1, outputs, 4);
      Block dx(rows, depth, 5), dw(outputs, depth, 6);
      Block expected_dx = dx, expected_dw = dw, expected_db = db;
      for (const auto r : listed) {
        for (std::size_t m = 0; m < outputs; ++m) {
          expected_db.at(0, m) += dy.at(r, m);
          for (std::size_t k = 0; k < depth; ++k) {
            expected_dx.at(r, k) += dy.at(r, m) * w.at(m, k);
            expected_dw.at(m, k) += dy.at(r, m) * x.at(r, k);
          }
        }
      }
      rnn::affine_input_gradient(Rows(listed), dy.view(), w.view(), dx.view());
      rnn::affine_weight_gradient(Rows(listed), dy.view(), x.view(), dw.view(),
                                  rnn::vector(&db.at(0, 0), outputs));
      CAPTURE(depth, outputs);
      CHECK(dx.data == expected_dx.data);
      CHECK(dw.data == expected_dw.data);
      CHECK(db.data == expected_db.data);
    }
  }
}

TEST_CASE("softmax is a distribution, and the one of the C library") {
  for (const std::size_t classes : sizes) {
    if (classes < 2) continue;
    Block logits(4, classes, 1), p(4, classes, 2, false);
    for (std::size_t k = 0; k < classes; ++k) logits.at(3, k) *= 60;
    const std::int32_t rows[] = {0, 3};
    real log_sums[4] = {untouched, untouched, untouched, untouched};
    rnn::softmax(Rows(rows), logits.view(), p.view(), log_sums);
    for (const auto row : rows) {
      const auto r = static_cast<std::size_t>(row);
      double sum = 0, total = 0;
      for (std::size_t k = 0; k < classes; ++k) sum += std::exp(double(logits.at(r, k)));
      for (std::size_t k = 0; k < classes; ++k) {
        total += double(p.at(r, k));
        const double expected = std::exp(double(logits.at(r, k))) / sum;
        CHECK(double(p.at(r, k)) == Approx(expected).epsilon(1e-5).margin(1e-30));
      }
      CHECK(total == Approx(1));
      CHECK(double(log_sums[r]) == Approx(std::log(sum)).epsilon(1e-5));
    }
    CHECK(p.at(1, 0) == untouched);
    CHECK(log_sums[1] == untouched);
  }
}

TEST_CASE("softmax and its logarithm do not overflow") {
  real logits[] = {real(1e30), real(1e30)}, p[2], log_sum;
  const std::int32_t row[] = {0};
  rnn::softmax(Rows(row), matrix(logits, 1, 2), matrix(p, 1, 2), &log_sum);
  CHECK(double(log_sum) == Approx(1e30));
  CHECK(p[0] == real(0.5));
}

TEST_CASE("sum_of_squares sums every number once") {
  for (const std::size_t size : {std::size_t{1}, lane + 1, std::size_t{1023}, std::size_t{2050}}) {
    std::vector<real> numbers(size);
    double expected = 0;
    for (std::size_t k = 0; k < size; ++k) {
      numbers[k] = static_cast<real>(k % 17) - 8;
      expected += double(numbers[k]) * double(numbers[k]);
    }
    CHECK(rnn::sum_of_squares(numbers.data(), size) == Approx(expected).epsilon(1e-6));
  }
}
