#include "rnn/kernels.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "test_block.hpp"

using rnn::matrix;
using rnn::Rows;

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

TEST_CASE("row_norms is the length of every row, also of one whose squares are nothing") {
  Block x(3, lane + 1, 1);
  for (std::size_t k = 0; k < x.columns; ++k) {
    x.at(1, k) = real(3e-30);
    x.at(2, k) = 0;
  }
  x.at(2, 0) = -4;
  real norms[3];
  rnn::row_norms(x.view(), norms);
  double sum = 0;
  for (std::size_t k = 0; k < x.columns; ++k) sum += double(x.at(0, k)) * double(x.at(0, k));
  CHECK(double(norms[0]) == Approx(std::sqrt(sum)).epsilon(1e-6));
  const double tiny = 3e-30 * std::sqrt(double(x.columns));
  CHECK(double(norms[1]) == Approx(tiny).epsilon(1e-6).margin(0));
  CHECK(norms[2] == 4);
}
