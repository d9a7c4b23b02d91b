// A caller's mistake is refused with both facts, and nothing has changed.

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <limits>

#include "rnn/error.hpp"
#include "test_model.hpp"

using Catch::Contains;

namespace {

using Spoil = std::function<void(rnn::Config&)>;

void check_refused(const char* fact, const Spoil& spoil,
                   rnn::Config config = small_config(rnn::Cell::gru, rnn::Direction::forward)) {
  spoil(config);
  CHECK_THROWS_WITH(rnn::Model(config), Contains(fact));
}

}  // namespace

TEST_CASE("a size that no model can have is refused by name and range") {
  using Size = std::size_t rnn::Config::*;
  const std::pair<const char*, Size> sizes[] = {
      {"vocabulary is ", &rnn::Config::vocabulary}, {"embedding is ", &rnn::Config::embedding},
      {"hidden is ", &rnn::Config::hidden},         {"classes is ", &rnn::Config::classes},
      {"layers is ", &rnn::Config::layers},         {"max_batch is ", &rnn::Config::max_batch},
      {"max_length is ", &rnn::Config::max_length},
  };
  for (const auto& entry : sizes) {
    const std::string name = entry.first;
    const Size size = entry.second;
    check_refused((name + "0").c_str(), [&](rnn::Config& c) { c.*size = 0; });
    // The second is what −1 becomes where it is read as 32 bits.
    for (const std::size_t many : {std::size_t{16777217}, std::size_t{4294967295}}) {
      check_refused((name + std::to_string(many)).c_str(), [&](rnn::Config& c) { c.*size = many; });
    }
  }
  check_refused("classes is 1", [](rnn::Config& c) { c.classes = 1; });
  check_refused("truncate is 65537", [](rnn::Config& c) { c.truncate = 65537; });
}

TEST_CASE("a number that no model can have is refused by name and value") {
  using Number = double rnn::Config::*;
  const std::pair<const char*, Number> numbers[] = {
      {"learning_rate is ", &rnn::Config::learning_rate},
      {"clip_norm is ", &rnn::Config::clip_norm},
      {"momentum is ", &rnn::Config::momentum},
      {"recurrent_scale is ", &rnn::Config::recurrent_scale},
      {"dropout_embedding is ", &rnn::Config::dropout_embedding},
      {"dropout_layers is ", &rnn::Config::dropout_layers},
      {"dropout_output is ", &rnn::Config::dropout_output},
  };
  for (const auto& entry : numbers) {
    const Number number = entry.second;
    for (const double value : {-0.001, double(NAN), double(INFINITY), double(-INFINITY)}) {
      check_refused(entry.first, [&](rnn::Config& c) { c.*number = value; });
    }
  }
  check_refused("learning_rate is 0", [](rnn::Config& c) { c.learning_rate = 0; });
  check_refused("dropout_output is 1", [](rnn::Config& c) { c.dropout_output = 1; });
  check_refused("momentum is 1", [](rnn::Config& c) { c.momentum = 1; });
  check_refused(
      "forget_bias is nan", [](rnn::Config& c) { c.forget_bias = NAN; },
      small_config(rnn::Cell::lstm, rnn::Direction::forward));
}

TEST_CASE("what contradicts itself is refused with the reason") {
  using rnn::Config;
  check_refused("only the LSTM", [](Config& c) { c.forget_bias = 1; });
  check_refused("only the Elman", [](Config& c) { c.nonlinearity = rnn::Nonlinearity::relu; });
  check_refused("differs from vocabulary", [](Config& c) { c.head = rnn::HeadKind::next; });
  check_refused("Adam has its own", [](Config& c) { c.momentum = 0.9; });
  check_refused("only Adam has an update", [](Config& c) {
    c.sparse_embedding = true;
    c.optimizer = rnn::OptimizerKind::sgd;
  });
  check_refused("a state to go on from", [](Config& c) {
    c.carry = true;
    c.direction = rnn::Direction::both;
  });
  const std::pair<const char*, Spoil> of_a_bag[] = {
      {"a state to go on from", [](Config& c) { c.carry = true; }},
      {"no units, layers or directions", [](Config& c) { c.hidden = 5; }},
      {"no units, layers or directions", [](Config& c) { c.layers = 2; }},
      {"no units, layers or directions", [](Config& c) { c.direction = rnn::Direction::backward; }},
      {"no last state", [](Config& c) { c.head = rnn::HeadKind::last; }},
      {"no recurrent matrix", [](Config& c) { c.truncate = 2; }},
      {"no recurrent matrix", [](Config& c) { c.dropout_layers = 0.5; }},
      {"no recurrent matrix", [](Config& c) { c.recurrent_scale = 0.5; }},
      {"no recurrent matrix", [](Config& c) { c.recurrent_init = rnn::RecurrentInit::orthogonal; }},
  };
  for (const auto& [fact, spoil] : of_a_bag) check_refused(fact, spoil, small_bag());
}

TEST_CASE("a model that no address can reach is refused, whatever 32 bits make of its size") {
  const auto beyond = [](std::size_t batch, std::size_t length, std::size_t features) {
    CAPTURE(batch, length, features);
    rnn::Config config = small_config(rnn::Cell::lstm, rnn::Direction::both, 4);
    config.max_batch = batch;
    config.max_length = length;
    config.embedding = config.hidden = features;
    CHECK_THROWS_AS(rnn::Model(config), rnn::MemoryError);
  };
  beyond(512, 1024, 4096);   // T·B·D numbers: 2^31
  beyond(1024, 1024, 4096);  // 2^32: nothing is left of it in 32 bits
  beyond(65536, 16, 4096);
  beyond(2, 65536, 4096);  // 2^29 numbers, but 2^31 bytes
  rnn::Config config = small_config(rnn::Cell::lstm, rnn::Direction::both);
  config.max_batch = config.max_length = 65536;  // T·B alone: 2^32
  CHECK_THROWS_WITH(rnn::Model(config), Contains("max_batch · max_length is 4294967296"));
  config.max_length = 1;
  config.vocabulary = 1U << 24U;
  config.embedding = 256;  // 2^32
  CHECK_THROWS_AS(rnn::Model(config), rnn::MemoryError);
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

TEST_CASE("a refused extent leaves the one in force") {
  rnn::Model model(small_config(rnn::Cell::elman, rnn::Direction::forward));
  set_batch(model, small_sequences());
  CHECK_THROWS_AS(model.set_batch(3, 6), rnn::ArgumentError);
  CHECK(model.tensor("batch.tokens").shape[0] == 5);
  CHECK(model.train_step().step == 1);
}

TEST_CASE("a target is checked where it counts: in range, or −1") {
  rnn::Model each(
      with_head(small_config(rnn::Cell::gru, rnn::Direction::both), rnn::HeadKind::each));
  set_batch(each, small_sequences());
  std::vector<std::int32_t> targets = integers(each, "batch.targets");
  const auto with = [&](std::size_t step, std::size_t row, std::int32_t target) {
    std::vector<std::int32_t> result = targets;
    result[step * 3 + row] = target;
    set_integers(each, "batch.targets", result);
  };
  for (const std::int32_t target : {3, -2, 2147483647}) {
    with(1, 1, target);
    CHECK_THROWS_WITH(each.train_step(), Contains("label " + std::to_string(target)));
  }
  with(2, 1, 99);  // row 1 ended before
  CHECK(each.train_step().step == 1);

  rnn::Model next(
      with_head(small_config(rnn::Cell::gru, rnn::Direction::both), rnn::HeadKind::next));
  set_batch(next, small_sequences());
  for (const std::int32_t label : {7, -2}) {
    set_integers(next, "batch.labels", {0, label, 0});
    CHECK_THROWS_WITH(next.train_step(), Contains("label " + std::to_string(label)));
  }
  set_integers(next, "batch.labels", {0, -1, 0});
  CHECK(next.train_step().step == 1);
}

TEST_CASE("padding can be any number") {
  rnn::Model model(small_config(rnn::Cell::lstm, rnn::Direction::both));
  set_batch(model, {{{1, 2, 3}, {4}}, {0, 1}});
  const double loss = model.evaluate().loss;
  set_integers(model, "batch.tokens", {1, 4, 2, -7, 3, 2147483647});
  CHECK(model.evaluate().loss == loss);
}

TEST_CASE("what is no number, in a weight or a state, is a result: the run has diverged") {
  for_every_config({2}, [](const rnn::Config& config) {
    CAPTURE(name_of(config));
    for (const float poison : {NAN, INFINITY, -INFINITY, 1e38F}) {
      for (const char* const name : {"embedding.weight", "head.weight", "h0"}) {
        if (config.cell == rnn::Cell::bag && name == std::string("h0")) continue;
        rnn::Model model(config);
        set_batch(model, small_sequences());
        const std::vector<double> good = values(model, name);
        std::vector<double> bad = good;
        bad[bad.size() / 2] = poison;
        set_values(model, name, bad);
        CHECK_NOTHROW(model.evaluate());
        CHECK_NOTHROW(model.train_step());
        const bool lost = std::isnan(poison) || !std::isfinite(model.report().loss);
        if (lost) CHECK(model.report().diverged_at == 1);
        set_values(model, name, good);
        CHECK(std::isfinite(model.evaluate().loss));
      }
    }
  });
}

TEST_CASE("a count of the confusion matrix that is full stays full") {
  rnn::Model model(small_config(rnn::Cell::elman, rnn::Direction::forward));
  set_batch(model, small_sequences());
  constexpr std::int32_t full = std::numeric_limits<std::int32_t>::max();
  set_integers(model, "evaluation.confusion", std::vector<std::int32_t>(9, full));
  model.evaluate();
  CHECK(integers(model, "evaluation.confusion") == std::vector<std::int32_t>(9, full));
}
