// A caller's mistake is refused with both facts, and nothing has changed.

#include <catch2/catch.hpp>
#include <functional>

#include "rnn/error.hpp"
#include "test_model.hpp"

using Catch::Contains;

namespace {

void check_refused(const char* fact, const std::function<void(rnn::Config&)>& spoil) {
  rnn::Config config = small_config(rnn::Cell::gru, rnn::Direction::forward);
  spoil(config);
  CHECK_THROWS_WITH(rnn::Model(config), Contains(fact));
}

}  // namespace

TEST_CASE("a configuration that no model can have is refused by name and range") {
  check_refused("vocabulary is 0", [](rnn::Config& c) { c.vocabulary = 0; });
  check_refused("embedding is 0", [](rnn::Config& c) { c.embedding = 0; });
  check_refused("hidden is 5000", [](rnn::Config& c) { c.hidden = 5000; });
  check_refused("classes is 1", [](rnn::Config& c) { c.classes = 1; });
  check_refused("layers is 5", [](rnn::Config& c) { c.layers = 5; });
  check_refused("max_batch is 0", [](rnn::Config& c) { c.max_batch = 0; });
  check_refused("max_length is 0", [](rnn::Config& c) { c.max_length = 0; });
  check_refused("learning_rate", [](rnn::Config& c) { c.learning_rate = -1; });
  check_refused("clip_norm", [](rnn::Config& c) { c.clip_norm = -1; });
  check_refused("only the LSTM", [](rnn::Config& c) { c.forget_bias = 1; });
}

TEST_CASE("a model that no address can reach is refused before memory is asked for") {
  rnn::Config config = small_config(rnn::Cell::lstm, rnn::Direction::both, 4);
  config.max_batch = config.max_length = 4096;
  config.hidden = 4096;
  CHECK_THROWS_AS(rnn::Model(config), rnn::MemoryError);
  config.max_length = 65536;
  CHECK_THROWS_AS(rnn::Model(config), rnn::ArgumentError);
}

TEST_CASE("tokens, lengths and labels out of range are named, and nothing is trained") {
  rnn::Model model(small_config(rnn::Cell::lstm, rnn::Direction::both));
  const std::vector<double> before = values(model, "embedding.weight");
  const auto refused = [&](const char* tensor, const std::vector<std::int32_t>& values) {
    set_batch(model, small_sequences());
    set_integers(model, tensor, values);
    CHECK_THROWS_AS(model.train_step(), rnn::ArgumentError);
  };
  refused("batch.lengths", {5, 0, 4});
  refused("batch.lengths", {5, 6, 4});
  refused("batch.lengths", {5, -2, 4});
  refused("batch.labels", {2, 3, 1});
  refused("batch.labels", {2, -1, 1});
  refused("batch.tokens", {1, 4, 5, 2, 1, 5, 3, 0, 0, 7, 0, 3, 6, 0, 0});
  refused("batch.tokens", {1, 4, 5, 2, 1, 5, 3, 0, 0, -1, 0, 3, 6, 0, 0});
  CHECK(values(model, "embedding.weight") == before);
  CHECK(model.report().step == 0);
  set_batch(model, small_sequences());
  CHECK(model.train_step().step == 1);
}

TEST_CASE("labels are not asked for where nothing is compared with them") {
  rnn::Model model(small_config(rnn::Cell::lstm, rnn::Direction::both));
  set_batch(model, small_sequences());
  set_integers(model, "batch.labels", {99, 99, 99});
  CHECK_NOTHROW(model.forward());
  CHECK_THROWS_AS(model.evaluate(), rnn::ArgumentError);
}

TEST_CASE("a batch beyond what the model was made for, or none at all, is refused") {
  rnn::Model model(small_config(rnn::Cell::elman, rnn::Direction::forward));
  CHECK_THROWS_WITH(model.forward(), Contains("empty"));
  CHECK_THROWS_WITH(model.set_batch(4, 5), Contains("is 4") && Contains("1 to 3"));
  CHECK_THROWS_WITH(model.set_batch(3, 6), Contains("is 6") && Contains("1 to 5"));
  CHECK_THROWS_AS(model.set_batch(0, 5), rnn::ArgumentError);
  CHECK_THROWS_AS(model.set_batch(3, 0), rnn::ArgumentError);
}

TEST_CASE("an unknown tensor and a bad learning rate are refused") {
  rnn::Model model(small_config(rnn::Cell::elman, rnn::Direction::forward));
  CHECK_THROWS_WITH(model.tensor("layer0.f"), Contains("layer0.f"));
  CHECK_THROWS_AS(model.set_learning_rate(0), rnn::ArgumentError);
  CHECK_THROWS_AS(model.set_learning_rate(1.0 / 0.0), rnn::ArgumentError);
  CHECK(model.config().learning_rate == 0.01);
}
