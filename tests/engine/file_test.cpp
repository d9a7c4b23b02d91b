// A saved model: the run goes on to the bit, and what is not such a file is refused whole.

#include <catch2/catch.hpp>
#include <cstring>
#include <limits>

#include "rnn/error.hpp"
#include "test_model.hpp"
#include "wasm/config_text.hpp"
#include "wasm/model_file.hpp"

using Catch::Contains;
using Bytes = std::vector<std::byte>;

namespace {

/// Where the parts of a file begin; its sum is the last eight bytes.
constexpr std::size_t version_at = 8, real_size_at = 12, config_size_at = 16, state_size_at = 24;
constexpr std::size_t head_size = 32, sum_size = 8;

Bytes saved(rnn::Model& model) {
  Bytes bytes;
  rnn::save_model(model, bytes);
  return bytes;
}

std::unique_ptr<rnn::Model> loaded(Bytes bytes) {
  return rnn::load_model(bytes);
}

/// Anything but the error that it should be ends the test.
bool is_refused(const Bytes& bytes) {
  try {
    loaded(bytes);
    return false;
  } catch (const rnn::ArgumentError&) {
    return true;
  }
}

template <class T>
void put(Bytes& bytes, std::size_t at, T value) {
  std::memcpy(bytes.data() + at, &value, sizeof value);
}

/// The bytes with the sum that belongs to them: what a forger would write.
Bytes sealed(Bytes bytes) {
  std::uint64_t sum = 0xcbf29ce484222325ULL;
  for (std::size_t k = 0; k + sum_size < bytes.size(); ++k) {
    sum = (sum ^ std::to_integer<std::uint64_t>(bytes[k])) * 0x100000001b3ULL;
  }
  put(bytes, bytes.size() - sum_size, sum);
  return bytes;
}

/// A sealed file of this configuration, with as many zero bytes of state as are asked for.
Bytes forged(const std::string& config, std::size_t state) {
  rnn::Model any(small_config(rnn::Cell::gru, rnn::Direction::forward));
  Bytes bytes = saved(any);
  bytes.resize(head_size + config.size() + state + sum_size);
  put(bytes, config_size_at, std::uint64_t{config.size()});
  put(bytes, state_size_at, std::uint64_t{state});
  std::memcpy(bytes.data() + head_size, config.data(), config.size());
  std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(head_size + config.size()), bytes.end(),
            std::byte{});
  return sealed(bytes);
}

/// As small as a model can be: two tokens, one feature, one unit, two classes.
rnn::Config smallest() {
  rnn::Config config;
  config.vocabulary = config.classes = 2;
  config.embedding = config.hidden = config.max_batch = config.max_length = 1;
  config.cell = rnn::Cell::elman;
  return config;
}

struct Update {
  rnn::OptimizerKind kind;
  double momentum;
  bool sparse;
};
constexpr Update every_update[] = {
    {rnn::OptimizerKind::adam, 0, false},    {rnn::OptimizerKind::adam, 0, true},
    {rnn::OptimizerKind::sgd, 0, false},     {rnn::OptimizerKind::sgd, 0.9, false},
    {rnn::OptimizerKind::rmsprop, 0, false}, {rnn::OptimizerKind::rmsprop, 0.9, false},
};

/// Everything that a run can have and its file must remember.
rnn::Config with_everything(rnn::Config config, const Update& update) {
  const bool bag = config.cell == rnn::Cell::bag;
  config.optimizer = update.kind;
  config.momentum = update.momentum;
  config.sparse_embedding = update.sparse;
  config.dropout_embedding = config.dropout_output = 0.3;
  config.dropout_layers = bag ? 0 : 0.2;
  config.truncate = bag ? 0 : 2;
  config.carry = !bag && !config.has_reverse();
  config.clip_norm = 0.7;
  config.learning_rate = 0.1;  // no finite binary number
  config.seed = std::numeric_limits<std::uint32_t>::max();
  return config;
}

void train(rnn::Model& model, int steps) {
  const Sequences all = small_sequences();
  for (int step = 0; step < steps; ++step) {
    // One row less each other step: the third row's carried state waits.
    const bool fewer = model.report().step % 2 == 1;
    set_batch(model, fewer ? Sequences{{all.rows[1], all.rows[2]}, {1, 2}} : all);
    model.train_step();
  }
}

void hold_gates(rnn::Model& model) {
  const rnn::Cell cell = model.config().cell;
  if (cell != rnn::Cell::lstm && cell != rnn::Cell::gru) return;
  const std::int32_t way = model.config().has_forward() ? 0 : 1;
  std::vector<std::int32_t> where(64, 0);
  const std::int32_t line[] = {1, 1, way, 1, 0, 3, 0, 4};
  std::copy(std::begin(line), std::end(line), where.begin() + 16);
  set_integers(model, "clamp.where", where);
  set_values(model, "clamp.value", {0, 0, 0.25, 0, 0, 0, 0, 0});
}

}  // namespace

TEST_CASE("a loaded run goes on to the bit: every cell, direction, head and optimiser") {
  for (const Update& update : every_update) {
    for_every_config({2}, [&](const rnn::Config& plain) {
      rnn::Model model(with_everything(plain, update));
      CAPTURE(name_of(model.config()));
      std::vector<double> weights(model.config().classes, 1);
      weights[1] = 2.5;
      set_values(model, "class_weights", weights);
      hold_gates(model);
      train(model, 3);
      const Bytes file = saved(model);
      const auto copy = loaded(file);
      CHECK(saved(*copy) == file);
      CHECK(rnn::write_config(copy->config()) == rnn::write_config(model.config()));
      train(model, 4);
      train(*copy, 4);
      CHECK(copy->report().step == 7);
      CHECK(copy->report().loss == model.report().loss);
      CHECK(values(*copy, "logits") == values(model, "logits"));
      CHECK(saved(*copy) == saved(model));
      CHECK(saved(model) != file);
    });
  }
}

TEST_CASE("a run that is to diverge does so at the same step, and falls back on the same weights") {
  rnn::Config config = small_config(rnn::Cell::lstm, rnn::Direction::both, 2);
  config.optimizer = rnn::OptimizerKind::sgd;
  rnn::Model model(config);
  train(model, 3);
  model.set_learning_rate(1e30);  // from here the weights are to be kept anew
  const auto before = loaded(saved(model));
  CHECK(before->config().learning_rate == 1e30);
  train(model, 1);
  const auto between = loaded(saved(model));
  train(model, 4);
  REQUIRE(model.report().diverged_at > 4);
  CHECK(model.report().kept_step == 3);
  train(*before, 5);
  train(*between, 4);
  const auto after = loaded(saved(model));
  for (rnn::Model* copy : {before.get(), between.get(), after.get()}) {
    CHECK(copy->report().diverged_at == model.report().diverged_at);
    CHECK(copy->report().kept_step == 3);
    CHECK(saved(*copy) == saved(model));
    train(*copy, 2);  // changes nothing any more
    CHECK(saved(*copy) == saved(model));
  }
}

TEST_CASE("a loaded model draws the text that the saved one draws") {
  rnn::Model model(
      with_head(small_config(rnn::Cell::gru, rnn::Direction::forward), rnn::HeadKind::next));
  train(model, 5);
  const auto copy = loaded(saved(model));
  CHECK_THROWS_AS(copy->sample(1, 1, 0), rnn::ArgumentError);  // a text is not part of the file
  model.begin_sampling(5);
  copy->begin_sampling(5);
  for (std::int32_t token = 0; token < 7; ++token) {
    CHECK(copy->sample(token, 0.8, 4) == model.sample(token, 0.8, 4));
  }
}

TEST_CASE("a file cut short anywhere, or grown, is refused") {
  rnn::Model model(smallest());
  const Bytes file = saved(model);
  std::size_t accepted = 0;
  for (std::size_t size = 0; size < file.size(); ++size) {
    const Bytes cut(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(size));
    accepted += !is_refused(cut);
    if (size > head_size + sum_size) accepted += !is_refused(sealed(cut));
  }
  CHECK(!is_refused(file));
  Bytes grown = file;
  grown.push_back(std::byte{});
  accepted += !is_refused(grown) + !is_refused(sealed(grown));
  CHECK(accepted == 0);
}

TEST_CASE("a file with any one bit changed is refused") {
  rnn::Model model(smallest());
  const Bytes file = saved(model);
  std::size_t accepted = 0;
  for (std::size_t bit = 0; bit < 8 * file.size(); ++bit) {
    Bytes damaged = file;
    damaged[bit / 8] ^= std::byte(1U << (bit % 8));
    accepted += !is_refused(damaged);
  }
  CHECK(accepted == 0);
}

TEST_CASE("what else is no model of this engine is refused with the reason") {
  rnn::Model model(small_config(rnn::Cell::gru, rnn::Direction::forward));
  const Bytes file = saved(model);
  const auto refused = [](const Bytes& bytes, const char* reason) {
    CHECK_THROWS_WITH(loaded(bytes), Contains(reason));
  };
  const auto changed = [&](std::size_t at, auto value) {
    Bytes bytes = file;
    put(bytes, at, value);
    return sealed(bytes);
  };
  refused({}, "0 bytes");
  refused(Bytes(1000, std::byte{'{'}), "not a model that was saved here");
  refused(changed(version_at, std::uint32_t{2}), "version 2");
  refused(changed(real_size_at, std::uint32_t{2}), "2 bytes");
  refused(changed(config_size_at, std::uint64_t{0}), "cut short or has grown");
  // Both sizes changed so that their sum, in 64 bits, is right.
  Bytes wrapped = changed(config_size_at, ~std::uint64_t{0});
  put(wrapped, state_size_at, std::uint64_t{file.size() - head_size - sum_size + 1});
  refused(sealed(wrapped), "cut short or has grown");
}

TEST_CASE("a file that is sound but lies about its model is refused") {
  const std::string sizes = "vocabulary 7\nembedding 3\nclasses 3\nmax_batch 3\nmax_length 5\n";
  CHECK_THROWS_WITH(loaded(forged(sizes + "hidden 5\n", 1000)), Contains("numbers are not those"));
  CHECK_THROWS_WITH(loaded(forged("", 0)), Contains("vocabulary is 0"));
  CHECK_THROWS_WITH(loaded(forged(sizes + "hiden 5\n", 0)), Contains("no key"));
  CHECK_THROWS_WITH(loaded(forged(sizes + "hidden 5\nmomentum nan\n", 0)), Contains("momentum"));
  const std::string zero("\0", 1);
  CHECK_THROWS_WITH(loaded(forged(sizes + "hidden 5\nclip_norm 1" + zero + "2\n", 0)),
                    Contains("clip_norm is"));
  const std::string huge = "vocabulary 16777216\nembedding 4096\nclasses 3\nhidden 5\n";
  CHECK_THROWS_AS(loaded(forged(huge + "max_batch 3\nmax_length 5\n", 0)), rnn::MemoryError);
}
