// What must hold of any sequence model, whatever its numbers.

#include <algorithm>
#include <catch2/catch.hpp>

#include "test_model.hpp"

namespace {

/// The logits of every place, row by row: of padding there are none.
std::vector<std::vector<double>> answers(const rnn::Model& model, const Sequences& sequences) {
  const std::vector<double> logits = values(model, "logits");
  const std::size_t rows = sequences.rows.size(), classes = model.config().classes;
  std::vector<std::vector<double>> result(rows);
  for (std::size_t b = 0; b < rows; ++b) {
    const std::size_t steps = model.config().every_step() ? sequences.rows[b].size() : 1;
    for (std::size_t t = 0; t < steps; ++t) {
      for (std::size_t k = 0; k < classes; ++k) {
        result[b].push_back(logits[(t * rows + b) * classes + k]);
      }
    }
  }
  return result;
}

std::vector<std::vector<double>> run(rnn::Model& model, const Sequences& sequences,
                                     std::size_t steps = 0) {
  set_batch(model, sequences, steps);
  model.forward();
  return answers(model, sequences);
}

std::vector<double> logits_of(rnn::Model& model, const Sequences& sequences) {
  run(model, sequences);
  return values(model, "logits");
}

}  // namespace

TEST_CASE("padding changes nothing, to the last bit") {
  for_every_config({1, 2}, [](rnn::Config config) {
    config.dropout_embedding = config.dropout_output = 0.3;
    rnn::Config longer = config;
    longer.max_length = 9;
    rnn::Model tight(config), padded(longer);
    const Sequences sequences = small_sequences();
    CAPTURE(name_of(config));
    for (int step = 0; step < 3; ++step) {
      set_batch(tight, sequences);
      set_batch(padded, sequences, 9);
      CHECK(tight.train_step().loss == padded.train_step().loss);
    }
    for (const std::string& name : trained(tight)) {
      if (name == "h0" || name == "c0") continue;
      CHECK(values(tight, name) == values(padded, name));
    }
  });
}

TEST_CASE("what stands in the padding is never read") {
  for_every_config({1, 2}, [](const rnn::Config& config) {
    rnn::Model model(config);
    const auto before = run(model, small_sequences());
    std::vector<std::int32_t> tokens = {1, 4, 5, 2, 1, 5, 3, 6, 0, 2, 6, 3, 6, 6, 6};
    set_integers(model, "batch.tokens", tokens);  // rows 1 and 2 end before the sixes
    model.forward();
    CAPTURE(name_of(config));
    CHECK(answers(model, small_sequences()) == before);
    tokens[14] = 99;  // not even checked there: the host need not clear its buffer
    set_integers(model, "batch.tokens", tokens);
    CHECK_NOTHROW(model.forward());
  });
}

TEST_CASE("rows do not see each other") {
  for_every_config({1, 2}, [](const rnn::Config& config) {
    rnn::Model model(config);
    const Sequences all = small_sequences();
    const auto together = run(model, all);
    CAPTURE(name_of(config));
    for (std::size_t b = 0; b < all.rows.size(); ++b) {
      CHECK(run(model, {{all.rows[b]}, {all.labels[b]}}).front() == together[b]);
    }
  });
}

TEST_CASE("nor do their gates") {
  for (const rnn::Cell cell : every_cell) {
    rnn::Model model(small_config(cell, rnn::Direction::forward));
    const Sequences all = small_sequences();
    const std::string gate = cell == rnn::Cell::elman  ? "layer0.a"
                             : cell == rnn::Cell::lstm ? "layer0.f"
                                                       : "layer0.z";
    run(model, all);
    const std::vector<double> together = values(model, gate);
    for (std::size_t b = 0; b < all.rows.size(); ++b) {
      run(model, {{all.rows[b]}, {all.labels[b]}});
      const std::vector<double> alone = values(model, gate);
      for (std::size_t k = 0; k < alone.size(); ++k) {
        CHECK(alone[k] == together[(k / 5 * all.rows.size() + b) * 5 + k % 5]);
      }
    }
  }
}

TEST_CASE("the backward direction is the forward one on the reversed sequence") {
  for (const rnn::Cell cell : every_cell) {
    rnn::Model forward(small_config(cell, rnn::Direction::forward));
    rnn::Model backward(small_config(cell, rnn::Direction::backward));
    for (const char* name : {"weight_ih", "weight_hh", "bias_ih", "bias_hh"}) {
      const std::string stem = "rnn." + std::string(name) + "_l0";
      set_values(backward, stem + "_reverse", values(forward, stem));
    }
    const Sequences sequences = small_sequences();
    Sequences reversed = sequences;
    for (auto& row : reversed.rows) std::reverse(row.begin(), row.end());
    CHECK(logits_of(forward, reversed) == logits_of(backward, sequences));
  }
}

TEST_CASE("two pieces, the state carried between them, are one sequence") {
  for (const rnn::Cell cell : every_cell) {
    rnn::Model model(small_config(cell, rnn::Direction::forward));
    const std::vector<double> whole = logits_of(model, {{{1, 2, 3, 2, 6}}, {0}});
    logits_of(model, {{{1, 2}}, {0}});
    const std::size_t hidden = model.config().hidden;
    const auto last = [&](const char* tensor) {
      const std::vector<double> states = values(model, tensor);
      return std::vector<double>(states.end() - static_cast<std::ptrdiff_t>(hidden), states.end());
    };
    const std::vector<double> h = last("layer0.h");
    const std::vector<double> c = cell == rnn::Cell::lstm ? last("layer0.c") : h;
    set_batch(model, {{{3, 2, 6}}, {0}});
    set_values(model, "h0", h);
    if (cell == rnn::Cell::lstm) set_values(model, "c0", c);
    model.forward();
    CHECK(values(model, "logits") == whole);
  }
}

TEST_CASE("a new batch starts from zero states") {
  rnn::Model model(small_config(rnn::Cell::lstm, rnn::Direction::both));
  const std::vector<double> fresh = logits_of(model, small_sequences());
  set_initial_states(model);
  model.forward();
  CHECK(values(model, "logits") != fresh);
  CHECK(logits_of(model, small_sequences()) == fresh);
}
