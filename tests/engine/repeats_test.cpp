// Tokens that a batch holds more than once.

#include "rnn/repeats.hpp"

#include <catch2/catch.hpp>

#include "test_block.hpp"
#include "test_model.hpp"

using rnn::real;

namespace {

const std::vector<std::int32_t> places{0, 1, 3, 4, 6, 7};
const std::vector<std::int32_t> tokens{2, 5, 9, 2, 5, 9, 1, 2};  // places 2 and 5 are padding

}  // namespace

TEST_CASE("every token has its first place, batch after batch") {
  rnn::Repeats repeats(10, 8);
  for (int again = 0; again < 2; ++again) {
    repeats.index(places, tokens.data());
    const rnn::Rows first = repeats.first_places();
    CHECK(std::vector<std::int32_t>(first.begin(), first.end()) ==
          std::vector<std::int32_t>{0, 1, 6});
  }
  const std::vector<std::int32_t> others{7, 7, 7, 7, 7, 7, 7, 7};
  repeats.index(places, others.data());
  CHECK(repeats.first_places().size() == 1);
}

TEST_CASE("spread and fold agree with their naive twins") {
  rnn::Repeats repeats(10, 8);
  repeats.index(places, tokens.data());
  for (const std::size_t width : {std::size_t{1}, std::size_t{4}, std::size_t{7}}) {
    Block y(8, width, 1), sums(8, width, 2);
    Block spread = y;
    repeats.spread(spread.view());
    repeats.fold(y.view(), sums.view());
    for (const std::int32_t place : places) {
      const auto p = static_cast<std::size_t>(place);
      std::size_t first = p;
      for (std::size_t q = p; q-- > 0;) {
        if (q != 2 && q != 5 && tokens[q] == tokens[p]) first = q;
      }
      for (std::size_t k = 0; k < width; ++k) {
        CHECK(spread.at(p, k) == y.at(first, k));
        if (first != p) continue;
        real sum = y.at(p, k);
        for (std::size_t q = p + 1; q < 8; ++q) {
          if (q != 2 && q != 5 && tokens[q] == tokens[p]) sum += y.at(q, k);
        }
        CHECK(sums.at(p, k) == sum);
      }
    }
    CHECK(spread.at(2, 0) == y.at(2, 0));
  }
}

TEST_CASE("a token's gradient is the same whether its places are summed before or after W") {
  for (const rnn::Cell cell : every_cell) {
    for (const rnn::Direction direction : every_direction) {
      rnn::Config config = small_config(cell, direction, 2);
      INFO(name_of(config));
      rnn::Model model(config);
      set_batch(model, {{{1, 2, 1, 1, 6}, {2, 2, 1}, {6}}, {0, 2, 1}});
      model.differentiate();
      const std::vector<double> summed = values(model, "gradient.embedding.weight");
      set_integers(model, "probe.objective", {1, -1, 0});
      model.evaluate();
      const double bound = sizeof(real) == 8 ? 1e-13 : 1e-5;
      CHECK(max_norm_error(values(model, "gradient.embedding.weight"), summed) < bound);
      // Looked at, each place has a gradient of its own: ∂L/∂x of the token that stands there
      // twice in a row differs from place to place.
      const std::vector<double> dx = values(model, "gradient.layer0.x");
      for (const std::size_t place : {0, 1, 2, 3, 4, 6, 7, 9, 12}) {
        CHECK(max_norm_error({dx.begin() + std::ptrdiff_t(place * 3),
                              dx.begin() + std::ptrdiff_t(place * 3 + 3)},
                             {0, 0, 0}) > 0);
      }
    }
  }
}
