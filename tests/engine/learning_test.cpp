// Does it learn? Fixed seeds, bounded steps.

#include <catch2/catch.hpp>

#include "rnn/random.hpp"
#include "test_model.hpp"

namespace {

/// Four classes, told by the first of `length` tokens; the others are distractors.
Sequences recall_batch(rnn::Random& random, std::size_t rows, std::size_t length) {
  Sequences batch;
  for (std::size_t b = 0; b < rows; ++b) {
    const auto label = static_cast<std::int32_t>(random.next() % 4);
    std::vector<std::int32_t> row{label};
    while (row.size() < length) row.push_back(4 + static_cast<std::int32_t>(random.next() % 6));
    batch.rows.push_back(row);
    batch.labels.push_back(label);
  }
  return batch;
}

}  // namespace

TEST_CASE("every model learns one batch by heart") {
  for_every_config({1, 2}, [](rnn::Config config) {
    // A token alone, without its neighbours, cannot tell what it is asked at each step.
    if (config.cell == rnn::Cell::bag && config.every_step()) return;
    if (config.cell != rnn::Cell::bag) config.hidden = 8;
    config.learning_rate = 0.03;
    rnn::Model model(config);
    set_batch(model, small_sequences());
    for (int step = 0; step < 300; ++step) model.train_step();
    const rnn::Report& report = model.evaluate();
    CAPTURE(name_of(config), report.loss);
    CHECK(report.loss < 0.06);
    CHECK(report.correct == report.count);
  });
}

TEST_CASE("gates carry the first of ten symbols to the end") {
  for (const rnn::Cell cell : {rnn::Cell::lstm, rnn::Cell::gru}) {
    rnn::Config config;
    config.vocabulary = 10;
    config.embedding = 16;
    config.hidden = 32;
    config.classes = 4;
    config.cell = cell;
    config.max_batch = 32;
    config.max_length = 10;
    config.seed = 1;
    config.learning_rate = 0.005;
    config.clip_norm = 1;
    if (cell == rnn::Cell::lstm) config.forget_bias = 1;
    rnn::Model model(config);
    rnn::Random random(5, "recall");
    for (int step = 0; step < 250; ++step) {
      set_batch(model, recall_batch(random, 32, 10));
      model.train_step();
    }
    set_batch(model, recall_batch(random, 32, 10));
    CAPTURE(name_of(config));
    CHECK(model.evaluate().correct >= 31);
  }
}
