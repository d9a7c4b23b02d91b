// Text drawn token by token.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "test_model.hpp"

using Catch::Contains;

namespace {

rnn::Config writer(rnn::Cell cell, std::size_t layers = 2) {
  return with_head(small_config(cell, rnn::Direction::forward, layers), rnn::HeadKind::next);
}

std::vector<std::int32_t> text_of(rnn::Model& model, std::uint32_t seed, double temperature,
                                  std::size_t top_k, std::size_t length) {
  model.begin_sampling(seed);
  std::vector<std::int32_t> text{3};
  while (text.size() < length) text.push_back(model.sample(text.back(), temperature, top_k));
  return text;
}

}  // namespace

TEST_CASE("each step answers as the whole text so far would") {
  for (const rnn::Cell cell : every_cell) {
    rnn::Model model(writer(cell));
    const std::vector<std::int32_t> text{3, 1, 4, 1, 5};
    set_batch(model, {{text}, {0}});
    model.forward();
    const std::vector<double> whole = values(model, "logits");
    for (int again = 0; again < 2; ++again) {
      model.begin_sampling(1);
      for (std::size_t t = 0; t < text.size(); ++t) {
        model.sample(text[t], 1, 0);
        const std::vector<double> step = values(model, "sample.logits");
        const auto begin = whole.begin() + static_cast<std::ptrdiff_t>(t * 7);
        CHECK(step == std::vector<double>(begin, begin + 7));
      }
    }
  }
}

TEST_CASE("the same seed writes the same text, another seed another") {
  rnn::Model model(writer(rnn::Cell::lstm));
  const auto text = text_of(model, 7, 1.0, 0, 60);
  CHECK(text_of(model, 7, 1.0, 0, 60) == text);
  CHECK(text_of(model, 8, 1.0, 0, 60) != text);
}

TEST_CASE("temperature 0 takes the likeliest token, and so does top 1 at any") {
  rnn::Model model(writer(rnn::Cell::gru));
  model.begin_sampling(1);
  for (std::int32_t token = 0; token < 7; ++token) {
    const std::int32_t drawn = model.sample(token, 0, 0);
    const std::vector<double> logits = values(model, "sample.logits");
    CHECK(drawn == std::max_element(logits.begin(), logits.end()) - logits.begin());
  }
  CHECK(text_of(model, 3, 0, 0, 20) == text_of(model, 3, 5.0, 1, 20));
  CHECK(text_of(model, 3, 0, 0, 20) == text_of(model, 4, 1e-30, 0, 20));
}

TEST_CASE("tokens are drawn as often as softmax(logits / temperature) says, among the top k") {
  rnn::Config config = writer(rnn::Cell::elman, 1);
  rnn::Model model(config);
  set_values(model, "head.weight", std::vector<double>(35, 0));
  const std::vector<double> bias{0, 1, -1, 2, 0.5, 1, -3};
  set_values(model, "head.bias", bias);
  const double temperature = 0.8;
  for (const std::size_t top_k : {0U, 3U}) {
    // The three likeliest of the seven are 3, 1 and 5.
    double total = 0;
    const auto share = [&](std::size_t k) {
      const bool kept = top_k == 0 || k == 3 || k == 1 || k == 5;
      return kept ? std::exp(bias[k] / temperature) : 0;
    };
    for (std::size_t k = 0; k < 7; ++k) total += share(k);
    std::vector<double> counts(7, 0);
    model.begin_sampling(11);
    constexpr int draws = 20'000;
    for (int n = 0; n < draws; ++n) {
      ++counts[static_cast<std::size_t>(model.sample(0, temperature, top_k))];
    }
    for (std::size_t k = 0; k < 7; ++k) {
      CAPTURE(top_k, k);
      CHECK(counts[k] / draws == Approx(share(k) / total).margin(0.012));
      CHECK(values(model, "sample.probabilities")[k] == Approx(share(k) / total).margin(1e-6));
    }
  }
}

TEST_CASE("among equals, the lower tokens are the top k") {
  rnn::Model model(writer(rnn::Cell::elman, 1));
  set_values(model, "head.weight", std::vector<double>(35, 0));
  set_values(model, "head.bias", std::vector<double>(7, 0));
  model.begin_sampling(1);
  for (int n = 0; n < 100; ++n) CHECK(model.sample(0, 1, 2) < 2);
}

TEST_CASE("sampling follows training, and training does not notice it") {
  rnn::Model model(writer(rnn::Cell::lstm)), alone(writer(rnn::Cell::lstm));
  const auto before = text_of(model, 5, 1, 0, 30);
  for (int step = 0; step < 200; ++step) {
    set_batch(model, {{{3, 3, 3, 3, 3}}, {3}});
    set_batch(alone, {{{3, 3, 3, 3, 3}}, {3}});
    model.sample(2, 1, 0);
    CHECK(model.train_step().loss == alone.train_step().loss);
  }
  CHECK(model.sample(3, 0, 0) == 3);  // in the midst of a text, too
  CHECK(text_of(model, 5, 1, 0, 30) != before);
  CHECK(text_of(model, 5, 0, 0, 10) == std::vector<std::int32_t>(10, 3));
}

TEST_CASE("after a run has diverged, text is drawn from the weights that came back") {
  rnn::Model model(writer(rnn::Cell::lstm));
  set_batch(model, small_sequences());
  model.begin_sampling(1);
  model.set_learning_rate(1e4);
  while (model.train_step().diverged_at == 0) {
    REQUIRE(model.report().step < 100);
    model.sample(1, 0, 0);
  }
  model.sample(1, 0, 0);
  for (const double logit : values(model, "sample.logits")) CHECK(std::abs(logit) < 10);
}

TEST_CASE("a text that has begun goes on with the weights as they are now") {
  rnn::Model model(writer(rnn::Cell::gru));
  model.begin_sampling(1);
  set_batch(model, {{{3, 2, 5}}, {1}});
  for (int step = 0; step < 5; ++step) model.train_step();
  model.sample(4, 1, 0);
  set_batch(model, {{{4}}, {0}});
  model.forward();
  CHECK(values(model, "sample.logits") == values(model, "logits"));
}

TEST_CASE("what cannot be drawn is refused in words, and the text goes on") {
  rnn::Model model(writer(rnn::Cell::lstm)), again(writer(rnn::Cell::lstm));
  CHECK_THROWS_WITH(model.sample(1, 1, 0), Contains("has not begun"));
  model.begin_sampling(1);
  again.begin_sampling(1);
  CHECK(model.sample(1, 1, 0) == again.sample(1, 1, 0));
  CHECK_THROWS_WITH(model.sample(7, 1, 0), Contains("token 7"));
  CHECK_THROWS_WITH(model.sample(-1, 1, 0), Contains("token -1"));
  CHECK_THROWS_WITH(model.sample(1, -1, 0), Contains("temperature"));
  CHECK_THROWS_WITH(model.sample(1, NAN, 0), Contains("temperature"));
  CHECK(model.sample(2, 1, 100) == again.sample(2, 1, 0));
  rnn::Model classifier(small_config(rnn::Cell::lstm, rnn::Direction::forward));
  CHECK_THROWS_WITH(classifier.begin_sampling(1), Contains("next token"));
  rnn::Model both(
      with_head(small_config(rnn::Cell::lstm, rnn::Direction::both), rnn::HeadKind::next));
  CHECK_THROWS_WITH(both.begin_sampling(1), Contains("read forward"));
  set_values(model, "head.bias", std::vector<double>(7, NAN));
  model.begin_sampling(1);
  CHECK_THROWS_WITH(model.sample(1, 1, 0), Contains("not a number"));
}
