// Evaluation over many batches, and what it must leave alone.

#include <catch2/catch.hpp>
#include <numeric>

#include "test_model.hpp"

namespace {

using rnn::HeadKind;

Sequences six() {
  return {{{1, 2, 3}, {4, 5}, {6}, {0, 1}, {2, 2, 2, 2}, {3, 5, 1}}, {0, 1, 2, 2, 1, 0}};
}

Sequences part(const Sequences& all, std::size_t begin, std::size_t end) {
  const auto from = static_cast<std::ptrdiff_t>(begin), to = static_cast<std::ptrdiff_t>(end);
  return {{all.rows.begin() + from, all.rows.begin() + to},
          {all.labels.begin() + from, all.labels.begin() + to}};
}

}  // namespace

TEST_CASE("many batches together say what one large batch says") {
  for (const HeadKind head : every_head) {
    rnn::Config config = with_head(small_config(rnn::Cell::gru, rnn::Direction::forward), head);
    config.max_batch = 6;
    rnn::Model whole(config), parts(config);
    std::vector<double> weights(config.classes, 1);
    weights[1] = 2.5;
    set_values(whole, "class_weights", weights);
    set_values(parts, "class_weights", weights);
    const Sequences all = six();
    const auto evaluate = [&](rnn::Model& model, const Sequences& sequences) {
      set_batch(model, sequences);
      if (head == HeadKind::each) {
        std::vector<std::int32_t> targets = integers(model, "batch.tokens");
        for (std::int32_t& target : targets) target %= 3;
        set_integers(model, "batch.targets", targets);
      }
      model.evaluate();
    };
    whole.begin_evaluation();
    evaluate(whole, all);
    parts.begin_evaluation();
    for (std::size_t b = 0; b < 6; b += 2) evaluate(parts, part(all, b, b + 2));
    CHECK(parts.evaluation().loss() == Approx(whole.report().loss).epsilon(1e-6));
    CHECK(parts.evaluation().correct() == whole.report().correct);
    CHECK(parts.evaluation().count() == whole.report().count);
    CHECK(integers(parts, "evaluation.confusion") == integers(whole, "evaluation.confusion"));
    parts.begin_evaluation();
    CHECK(parts.evaluation().count() == 0);
    CHECK(parts.evaluation().loss() == 0);
    for (const std::int32_t count : integers(parts, "evaluation.confusion")) CHECK(count == 0);
  }
}

TEST_CASE("the confusion matrix has a row for each true class and sums to the set") {
  rnn::Config config = small_config(rnn::Cell::lstm, rnn::Direction::both);
  config.max_batch = 6;
  rnn::Model model(config);
  set_batch(model, six());
  model.begin_evaluation();
  model.evaluate();
  const std::vector<std::int32_t> predicted = integers(model, "predictions");
  std::vector<std::int32_t> expected(9, 0);
  for (std::size_t b = 0; b < 6; ++b) {
    ++expected[static_cast<std::size_t>(six().labels[b]) * 3 +
               static_cast<std::size_t>(predicted[b])];
  }
  const std::vector<std::int32_t> confusion = integers(model, "evaluation.confusion");
  CHECK(confusion == expected);
  CHECK(std::accumulate(confusion.begin(), confusion.end(), 0) == 6);
  CHECK(static_cast<std::size_t>(confusion[0] + confusion[4] + confusion[8]) ==
        model.report().correct);
}

TEST_CASE("a place that does not count is left out of the confusion, and no other") {
  rnn::Model model(with_head(small_config(rnn::Cell::lstm, rnn::Direction::both), HeadKind::each));
  set_batch(model, {{{1, 2, 3}, {4, 5}}, {0, 0}});
  set_integers(model, "batch.targets", {2, -1, -1, 0, 1, -1});
  model.evaluate();
  const std::vector<std::int32_t> confusion = integers(model, "evaluation.confusion");
  for (std::size_t y = 0; y < 3; ++y) {
    const auto row = confusion.begin() + static_cast<std::ptrdiff_t>(y * 3);
    CHECK(std::accumulate(row, row + 3, 0) == 1);
  }
}

TEST_CASE("evaluation leaves training as it was, dropout and all") {
  for (const HeadKind head : every_head) {
    rnn::Config config = with_head(small_config(rnn::Cell::lstm, rnn::Direction::both, 2), head);
    config.dropout_embedding = config.dropout_layers = 0.3;
    rnn::Model trained(config), watched(config);
    for (int step = 0; step < 5; ++step) {
      set_batch(trained, small_sequences());
      set_batch(watched, {{{6}, {2, 2}}, {1, 0}});
      watched.evaluate();
      set_batch(watched, small_sequences());
      CHECK(trained.train_step().loss == watched.train_step().loss);
    }
    CHECK(watched.report().step == 5);
  }
}
