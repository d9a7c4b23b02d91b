#include "rnn/product.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "test_block.hpp"

using rnn::Rows;
using rnn::View;

namespace {

/// Sums that need more than one turn of a product's terms.
const std::vector<std::size_t> deep_sizes = {1, 3, lane, 2 * lane + 1, 4 * lane + 3, 259};
/// Panels that are incomplete, and more of them than a wide tile, or a pass, takes.
const std::vector<std::size_t> wide_sizes = {
    1, 3, lane - 1, 2 * lane, 2 * lane + 1, 9 * lane + 3, 19 * lane + 1};

/// A matrix as its product reads it, in memory that held something else before.
struct Packed {
  Packed(std::size_t depth, std::size_t columns, const View<2>& matrix,
         rnn::Panels (*pack)(const View<2>&, real*))
      : memory(rnn::panels_size(depth, columns), untouched), panels(pack(matrix, memory.data())) {}
  std::vector<real> memory;
  rnn::Panels panels;
};

}  // namespace

TEST_CASE("affine is its naive twin, to the last bit, and leaves unlisted rows alone") {
  for (const std::size_t depth : deep_sizes) {
    for (const std::size_t outputs : wide_sizes) {
      constexpr std::size_t rows = 23;  // a block of rows, and some single ones
      const auto listed = odd_rows(rows);
      Block x(rows, depth, 1), w(outputs, depth, 2), b(1, outputs, 4);
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
      const Packed w_t(depth, outputs, w.view(), rnn::pack_transposed);
      const View<1> bias = rnn::vector(&b.at(0, 0), outputs);
      rnn::affine(Rows(listed), x.view(), w_t.panels, bias, y.view());
      rnn::affine_add(Rows(listed), x.view(), w_t.panels, bias, sum.view());
      CAPTURE(depth, outputs);
      CHECK(y.data == expected.data);
      CHECK(sum.data == expected_sum.data);
    }
  }
}

TEST_CASE("the adjoints of affine are their naive twins, to the last bit") {
  for (const std::size_t depth : wide_sizes) {
    for (const std::size_t outputs : deep_sizes) {
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
      const Packed packed(outputs, depth, w.view(), rnn::pack);
      rnn::affine_input_gradient(Rows(listed), dy.view(), packed.panels, dx.view());
      rnn::affine_weight_gradient(Rows(listed), dy.view(), x.view(), dw.view(),
                                  rnn::vector(&db.at(0, 0), outputs));
      CAPTURE(depth, outputs);
      CHECK(dx.data == expected_dx.data);
      CHECK(dw.data == expected_dw.data);
      CHECK(db.data == expected_db.data);
    }
  }
}

TEST_CASE("packing puts every number where the product reads it, and fills up with zeros") {
  for (const std::size_t depth : sizes) {
    for (const std::size_t columns : sizes) {
      Block matrix(depth, columns, 1), transposed(columns, depth, 2);
      for (std::size_t k = 0; k < depth; ++k) {
        for (std::size_t n = 0; n < columns; ++n) transposed.at(n, k) = matrix.at(k, n);
      }
      const Packed packed(depth, columns, matrix.view(), rnn::pack);
      const Packed turned(depth, columns, transposed.view(), rnn::pack_transposed);
      CAPTURE(depth, columns);
      CHECK(packed.memory == turned.memory);
      for (std::size_t p = 0; p < rnn::panel_count(columns); ++p) {
        for (std::size_t k = 0; k < depth; ++k) {
          for (std::size_t j = 0; j < rnn::panel_width; ++j) {
            const std::size_t n = p * rnn::panel_width + j;
            const real expected = n < columns ? matrix.at(k, n) : real(0);
            CHECK(packed.panels.panel(p)[k * rnn::panel_width + j] == expected);
          }
        }
      }
    }
  }
}
