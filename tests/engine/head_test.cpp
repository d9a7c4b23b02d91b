// What each head reads, which answers count, and how much.

#include <catch2/catch.hpp>
#include <cmath>

#include "test_model.hpp"

using rnn::HeadKind;

namespace {

rnn::Config lstm(HeadKind head, rnn::Direction direction = rnn::Direction::both) {
  return with_head(small_config(rnn::Cell::lstm, direction), head);
}

/// −ln p of class `y` at a place, from the probabilities.
double surprise(const rnn::Model& model, std::size_t place, std::int32_t y) {
  const std::size_t classes = model.config().classes;
  return -std::log(values(model, "probabilities")[place * classes + static_cast<std::size_t>(y)]);
}

}  // namespace

TEST_CASE("the summary is the last states, or the mean over the row's own steps") {
  for (const HeadKind head : {HeadKind::last, HeadKind::mean}) {
    rnn::Model model(lstm(head));
    const Sequences sequences = small_sequences();
    set_batch(model, sequences);
    model.forward();
    const std::vector<double> output = values(model, "output"), summary = values(model, "summary");
    const std::size_t width = 10, rows = 3;
    for (std::size_t b = 0; b < rows; ++b) {
      const std::size_t length = sequences.rows[b].size();
      for (std::size_t k = 0; k < width; ++k) {
        const auto at = [&](std::size_t t) { return output[(t * rows + b) * width + k]; };
        double expected = k < 5 ? at(length - 1) : at(0);
        if (head == HeadKind::mean) {
          expected = 0;
          for (std::size_t t = 0; t < length; ++t) expected += at(t) / double(length);
        }
        CHECK(summary[b * width + k] == Approx(expected).epsilon(1e-5));
      }
    }
  }
}

TEST_CASE("a bag knows no order") {
  rnn::Model model(small_bag());
  set_batch(model, {{{1, 2, 3, 3}, {3, 1, 3, 2}}, {0, 1}});
  model.forward();
  const std::vector<double> logits = values(model, "logits");
  for (std::size_t k = 0; k < 3; ++k) CHECK(logits[k] == Approx(logits[3 + k]).epsilon(1e-5));
}

TEST_CASE("the next token is the answer, and after the last one the label") {
  rnn::Model model(lstm(HeadKind::next, rnn::Direction::forward));
  set_batch(model, {{{1, 2, 3}, {4, 5}}, {6, -1}});
  const rnn::Report& report = model.evaluate();
  // (t, b) → place 2 t + b; row 1 has no answer after its last token.
  const double expected = (surprise(model, 0, 2) + surprise(model, 2, 3) + surprise(model, 4, 6) +
                           surprise(model, 1, 5)) /
                          4;
  CHECK(report.count == 4);
  CHECK(report.loss == Approx(expected).epsilon(1e-5));
}

TEST_CASE("a label of −1 does not count, neither in loss nor in gradient") {
  rnn::Model model(lstm(HeadKind::each));
  set_batch(model, {{{1, 2, 3}, {4, 5}}, {0, 0}});
  set_integers(model, "batch.targets", {-1, 2, 0, -1, -1, -1});
  const rnn::Report& report = model.differentiate();
  CHECK(report.count == 2);
  CHECK(report.loss == Approx((surprise(model, 1, 2) + surprise(model, 2, 0)) / 2).epsilon(1e-5));
  const std::vector<double> gradient = values(model, "gradient.logits");
  for (const std::size_t place : {0U, 3U, 4U, 5U}) {
    for (std::size_t k = 0; k < 3; ++k) CHECK(gradient[place * 3 + k] == 0);
  }
}

TEST_CASE("a class of weight 3 counts three times") {
  rnn::Model weighted(lstm(HeadKind::last)), repeated(lstm(HeadKind::last));
  set_values(weighted, "class_weights", {1, 3, 1});
  set_batch(weighted, {{{1, 2, 3}, {4, 5}}, {0, 1}});
  rnn::Config larger = lstm(HeadKind::last);
  larger.max_batch = 4;
  rnn::Model four(larger);
  set_batch(four, {{{1, 2, 3}, {4, 5}, {4, 5}, {4, 5}}, {0, 1, 1, 1}});
  CHECK(weighted.differentiate().loss == Approx(four.differentiate().loss).epsilon(1e-6));
  CHECK(max_norm_error(values(weighted, "gradient.rnn.weight_hh_l0"),
                       values(four, "gradient.rnn.weight_hh_l0")) < 1e-5);
}

TEST_CASE("a batch in which nothing counts, and a weight that is none, are refused") {
  rnn::Model model(lstm(HeadKind::each));
  set_batch(model, {{{1, 2}}, {0}});
  set_integers(model, "batch.targets", {-1, -1});
  CHECK_THROWS_WITH(model.train_step(), Catch::Contains("no label of the batch counts"));
  set_integers(model, "batch.targets", {0, -1});
  set_values(model, "class_weights", {0, 1, 1});
  CHECK_THROWS_WITH(model.evaluate(), Catch::Contains("no label of the batch counts"));
  for (const double weight : {-1.0, double(NAN), double(INFINITY)}) {
    set_values(model, "class_weights", {1, weight, 1});
    CHECK_THROWS_WITH(model.train_step(), Catch::Contains("weight of class 1"));
  }
  CHECK(model.report().step == 0);
}

TEST_CASE("predictions are the likeliest classes, the first of equals") {
  rnn::Model model(lstm(HeadKind::last));
  set_values(model, "head.weight", std::vector<double>(30, 0));
  set_values(model, "head.bias", {-1, 2, 2});
  set_batch(model, small_sequences());
  CHECK(model.evaluate().correct == 1);  // labels 2, 0, 1
  CHECK(integers(model, "predictions") == std::vector<std::int32_t>{1, 1, 1});
}
