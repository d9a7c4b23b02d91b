// Dropout: how much is dropped, when, and what does not depend on it.

#include <catch2/catch.hpp>

#include "test_model.hpp"

namespace {

rnn::Config dropping() {
  rnn::Config config = small_config(rnn::Cell::gru, rnn::Direction::both, 2);
  config.embedding = 16;
  config.hidden = 16;
  config.dropout_embedding = 0.25;
  config.dropout_layers = 0.5;
  config.dropout_output = 0.1;
  return config;
}

std::vector<double> mask_of_step(rnn::Model& model, const std::string& name) {
  set_batch(model, {{{1, 2, 3, 4, 5}, {5, 4, 3, 2, 1}, {0, 0, 0, 0, 0}}, {0, 1, 2}});
  model.differentiate();
  return values(model, name);
}

}  // namespace

TEST_CASE("as many numbers are dropped as the rate says, the others made up for it") {
  rnn::Model model(dropping());
  const struct {
    const char* name;
    double rate;
  } masks[] = {{"dropout.embedding", 0.25}, {"dropout.layer1", 0.5}, {"dropout.output", 0.1}};
  for (const auto& [name, rate] : masks) {
    double dropped = 0, count = 0;
    for (int step = 0; step < 20; ++step) {
      for (const double factor : mask_of_step(model, name)) {
        const bool valid = factor == 0 || factor == Approx(1 / (1 - rate)).epsilon(1e-6);
        if (!valid) FAIL("a factor of " << factor);
        dropped += factor == 0;
        ++count;
      }
      model.train_step();
    }
    CAPTURE(name);
    CHECK(dropped / count == Approx(rate).margin(0.04));
  }
}

TEST_CASE("a step draws its own masks, the same when it is done again") {
  rnn::Model model(dropping());
  const std::vector<double> first = mask_of_step(model, "dropout.embedding");
  CHECK(mask_of_step(model, "dropout.embedding") == first);
  model.train_step();
  CHECK(mask_of_step(model, "dropout.embedding") != first);
  CHECK(mask_of_step(model, "dropout.layer1") != mask_of_step(model, "dropout.output"));
}

TEST_CASE("nothing is dropped while a model is evaluated or looked at") {
  rnn::Config without = dropping();
  without.dropout_embedding = without.dropout_layers = without.dropout_output = 0;
  rnn::Model model(dropping()), plain(without);
  set_batch(model, small_sequences());
  set_batch(plain, small_sequences());
  CHECK(model.evaluate().loss == plain.evaluate().loss);
  model.forward();
  CHECK(values(model, "logits") == values(plain, "logits"));
  CHECK(model.differentiate().loss != plain.differentiate().loss);
  CHECK(model.evaluate().loss == plain.evaluate().loss);
  for (rnn::Model* const probed : {&model, &plain}) {
    set_integers(*probed, "probe.objective", {1, -1, 0});
    probed->evaluate();
  }
  for (const std::string& name : trained(plain)) {
    CHECK(values(model, "gradient." + name) == values(plain, "gradient." + name));
  }
}

TEST_CASE("what the layer reads is what its mask has left") {
  rnn::Model model(dropping());
  mask_of_step(model, "dropout.embedding");
  const std::vector<double> mask = values(model, "dropout.embedding");
  const std::vector<double> x = values(model, "layer0.x");
  const std::vector<double> table = values(model, "embedding.weight");
  const std::vector<std::int32_t> tokens = integers(model, "batch.tokens");
  for (std::size_t k = 0; k < x.size(); ++k) {
    const auto token = static_cast<std::size_t>(tokens[k / 16]);
    CHECK(x[k] == Approx(table[token * 16 + k % 16] * mask[k]));
  }
}
