#pragma once

#include <vector>

#include "rnn/lanes.hpp"
#include "test_model.hpp"

using rnn::real;

constexpr std::size_t lane = rnn::Lane::size;
/// 1, 3, and around one and two registers of each kind.
inline const std::vector<std::size_t> sizes = {
    1, 3, lane - 1, lane, lane + 1, 2 * lane + 1, 4 * lane + 3};
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
  rnn::View<2> view() { return rnn::matrix(data.data() + 1, rows, columns, stride); }

  std::size_t rows, columns, stride;
  std::vector<real> data;
};

inline std::vector<std::int32_t> odd_rows(std::size_t count) {
  std::vector<std::int32_t> rows;
  for (std::size_t r = 0; r < count; ++r) {
    if (r % 3 != 1) rows.push_back(static_cast<std::int32_t>(r));
  }
  return rows;
}
