// States that go on from batch to batch, and gradients that do not go all the way back.

#include <catch2/catch.hpp>

#include "test_model.hpp"

namespace {

using rnn::HeadKind;

rnn::Config config_of(rnn::Cell cell, HeadKind head = HeadKind::each, std::size_t layers = 2) {
  return with_head(small_config(cell, rnn::Direction::forward, layers), head);
}

Sequences piece(const std::vector<std::int32_t>& row) {
  return {{row}, {1}};
}

void add_to(std::vector<double>& sum, const std::vector<double>& terms) {
  sum.resize(terms.size());
  for (std::size_t k = 0; k < terms.size(); ++k) sum[k] += terms[k];
}

}  // namespace

TEST_CASE("a training batch goes on from the states of the one before") {
  for (const rnn::Cell cell : every_cell) {
    rnn::Config config = config_of(cell);
    config.learning_rate = 1e-30;  // weights stay: what changes is the state
    rnn::Model whole(config);
    set_batch(whole, piece({1, 2, 3, 2, 6}));
    whole.train_step();
    config.carry = true;
    rnn::Model pieces(config);
    set_batch(pieces, piece({1, 2}));
    pieces.train_step();
    set_batch(pieces, piece({3, 2, 6}));
    pieces.train_step();
    const std::vector<double> all = values(whole, "layer1.h"), end = values(pieces, "layer1.h");
    CHECK(std::vector<double>(all.begin() + 10, all.end()) == end);
    set_values(pieces, "carried.h", std::vector<double>(values(pieces, "carried.h").size(), 0));
    if (cell == rnn::Cell::lstm) {
      set_values(pieces, "carried.c", std::vector<double>(values(pieces, "carried.c").size(), 0));
    }
    set_batch(pieces, piece({1, 2}));
    pieces.train_step();
    CHECK(values(pieces, "layer1.h") == std::vector<double>(all.begin(), all.begin() + 10));
  }
}

TEST_CASE("evaluation carries its own states, and training does not notice") {
  rnn::Config config = config_of(rnn::Cell::lstm);
  config.carry = true;
  rnn::Model watched(config), alone(config);
  for (const auto& row : {std::vector<std::int32_t>{1, 2, 3}, {4, 5}, {6, 1, 0, 2}}) {
    watched.begin_evaluation();
    set_batch(watched, piece({3, 3, 3}));
    const double first = watched.evaluate().loss;
    CHECK(watched.evaluate().loss != first);  // goes on from the end of the batch before
    watched.begin_evaluation();
    set_batch(watched, piece({3, 3, 3}));
    CHECK(watched.evaluate().loss == first);
    set_batch(watched, piece(row));
    set_batch(alone, piece(row));
    CHECK(watched.train_step().loss == alone.train_step().loss);
  }
}

TEST_CASE("a gradient cut every two steps is that of pieces of two steps") {
  for (const rnn::Cell cell : every_cell) {
    const std::vector<std::int32_t> row{1, 2, 3, 2, 6};
    rnn::Config config = config_of(cell);
    config.truncate = 2;
    rnn::Model cut(config);
    set_batch(cut, piece(row));
    // The last step alone is asked, then the one before: each piece has its own loss.
    std::vector<std::vector<double>> of_step;
    std::vector<double> pieces, to_h0;
    rnn::Model model(config_of(cell));
    std::vector<double> h(10, 0), c(10, 0);
    for (std::size_t begin = 0; begin < row.size(); begin += 2) {
      const std::size_t end = std::min(begin + 2, row.size());
      set_batch(model,
                piece({row.begin() + std::ptrdiff_t(begin), row.begin() + std::ptrdiff_t(end)}));
      set_integers(model, "batch.targets", std::vector<std::int32_t>(end - begin, 1));
      set_values(model, "h0", h);
      if (cell == rnn::Cell::lstm) set_values(model, "c0", c);
      model.differentiate();
      // Each piece's loss is a mean over its own steps; the whole's is one over five.
      std::vector<double> share = values(model, "gradient.rnn.weight_hh_l0");
      for (double& g : share) g *= double(end - begin) / 5;
      add_to(pieces, share);
      if (begin == 0) to_h0 = values(model, "gradient.h0");
      for (std::size_t layer = 0; layer < 2; ++layer) {
        const auto last = [&](const char* state) {
          const auto all = values(model, "layer" + std::to_string(layer) + state);
          return std::vector<double>(all.end() - 5, all.end());
        };
        const auto to = static_cast<std::ptrdiff_t>(layer * 5);
        const std::vector<double> last_h = last(".h");
        std::copy(last_h.begin(), last_h.end(), h.begin() + to);
        if (cell != rnn::Cell::lstm) continue;
        const std::vector<double> last_c = last(".c");
        std::copy(last_c.begin(), last_c.end(), c.begin() + to);
      }
    }
    set_integers(cut, "batch.targets", std::vector<std::int32_t>(5, 1));
    cut.differentiate();
    CAPTURE(name_of(config));
    const double tolerance = sizeof(rnn::real) == 8 ? 1e-12 : 1e-5;
    CHECK(max_norm_error(values(cut, "gradient.rnn.weight_hh_l0"), pieces) < tolerance);
    // The states that the first piece starts from are not cut off from it.
    for (double& g : to_h0) g *= 2.0 / 5;
    CHECK(max_norm_error(values(cut, "gradient.h0"), to_h0) < tolerance);
  }
}

TEST_CASE("what is cut is cut in each row's own order of reading, and nothing else") {
  for (const rnn::Cell cell : every_cell) {
    rnn::Config config = small_config(cell, rnn::Direction::forward);
    config.truncate = 2;
    rnn::Config mirrored = config;
    mirrored.direction = rnn::Direction::backward;
    rnn::Model forward(config), backward(mirrored);
    for (const char* name : {"weight_ih", "weight_hh", "bias_ih", "bias_hh"}) {
      const std::string stem = "rnn." + std::string(name) + "_l0";
      set_values(backward, stem + "_reverse", values(forward, stem));
    }
    const Sequences sequences = small_sequences();
    Sequences reversed = sequences;
    for (auto& row : reversed.rows) std::reverse(row.begin(), row.end());
    set_batch(forward, reversed);
    set_batch(backward, sequences);
    forward.differentiate();
    backward.differentiate();
    CAPTURE(name_of(config));
    CHECK(max_norm_error(values(backward, "gradient.rnn.weight_hh_l0_reverse"),
                         values(forward, "gradient.rnn.weight_hh_l0")) < 1e-5);
    // Lengths 5, 2, 4, read to the end: states after steps 4, 2 and 4 are the last cuts.
    const std::vector<double> norms = values(forward, "gradient_norm.layer0.h");
    for (const std::size_t t : {0U, 1U, 2U, 3U}) CHECK(norms[t * 3] == 0);
    CHECK(norms[4 * 3] > 0);
    CHECK(norms[0 * 3 + 1] > 0);
    CHECK(norms[1 * 3 + 2] == 0);
    CHECK(norms[2 * 3 + 2] > 0);
  }
}

TEST_CASE("gradients too small to matter are zero, not subnormal") {
  for (const rnn::Cell cell : {rnn::Cell::elman, rnn::Cell::lstm}) {
    rnn::Config config = small_config(cell, rnn::Direction::forward);
    config.max_length = 60;
    config.recurrent_scale = 0.05;
    if (cell == rnn::Cell::lstm) config.forget_bias = -3;
    rnn::Model model(config);
    set_batch(model, piece(std::vector<std::int32_t>(60, 1)));
    model.differentiate();
    for (const std::string name : {"gradient.layer0.h", "gradient.layer0.c"}) {
      if (cell == rnn::Cell::elman && name.ends_with('c')) continue;
      std::size_t zeros = 0;
      for (const double g : values(model, name)) {
        CHECK((g == 0 || std::abs(g) >= 1e-30));
        zeros += g == 0;
      }
      CHECK(zeros > 0);
    }
  }
}
