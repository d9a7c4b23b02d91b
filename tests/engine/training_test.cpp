// The optimiser, the clip, the start, and a run that diverges.

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "rnn/random.hpp"
#include "test_model.hpp"

namespace {

rnn::Config lstm() {
  return small_config(rnn::Cell::lstm, rnn::Direction::forward);
}

std::vector<double> losses(const rnn::Config& config, int steps) {
  rnn::Model model(config);
  std::vector<double> result;
  for (int step = 0; step < steps; ++step) {
    set_batch(model, small_sequences());
    result.push_back(model.train_step().loss);
  }
  return result;
}

}  // namespace

TEST_CASE("the first step of Adam moves every number by the learning rate against its gradient") {
  rnn::Config config = lstm();
  rnn::Model model(config);
  set_batch(model, small_sequences());
  const std::vector<double> before = values(model, "head.weight");
  model.train_step();
  const std::vector<double> after = values(model, "head.weight");
  const std::vector<double> gradient = values(model, "gradient.head.weight");
  for (std::size_t k = 0; k < before.size(); ++k) {
    if (std::abs(gradient[k]) < 1e-4) continue;  // there ε is felt
    const double step = std::copysign(config.learning_rate, -gradient[k]);
    CHECK(after[k] - before[k] == Approx(step).epsilon(1e-3));
  }
}

TEST_CASE("rows of the embedding that no token reads stay as they were") {
  rnn::Model model(lstm());
  set_batch(model, {{{1, 2}}, {0}});
  const std::vector<double> before = values(model, "embedding.weight");
  for (int step = 0; step < 5; ++step) model.train_step();
  const std::vector<double> after = values(model, "embedding.weight");
  const std::size_t width = model.config().embedding;
  for (std::size_t k = 0; k < before.size(); ++k) {
    const std::size_t token = k / width;
    CAPTURE(token);
    CHECK((after[k] == before[k]) == (token != 1 && token != 2));
  }
}

TEST_CASE("the clip bounds the update, and only above its limit") {
  rnn::Model model(lstm());
  set_batch(model, small_sequences());
  const double norm = model.differentiate().gradient_norm;
  CHECK(rnn::clip_scale(norm, 0) == 1);
  CHECK(rnn::clip_scale(norm, 2 * norm) == 1);
  CHECK(norm * rnn::clip_scale(norm, norm / 4) == Approx(norm / 4).epsilon(1e-4));
}

TEST_CASE("moments that decay below 1e-30 become 0, not subnormal") {
  rnn::Config config = lstm();
  config.learning_rate = 1e-9;
  rnn::Model model(config);
  set_batch(model, {{{1}}, {0}});
  model.train_step();
  const std::vector<double> fresh = values(model, "moment1.embedding.weight");
  CHECK(fresh[3] != 0);  // row 1
  set_batch(model, {{{2}}, {0}});
  for (int step = 0; step < 800; ++step) model.train_step();
  // 0.9^800 is about 1e-37: a float would hold it as a subnormal, a double as a number.
  const std::vector<double> rested = values(model, "moment1.embedding.weight");
  for (std::size_t k = 3; k < 6; ++k) CHECK(rested[k] == 0);
  CHECK(rested[6] != 0);
}

TEST_CASE("the same seed gives the same run, another seed another") {
  const std::vector<double> first = losses(lstm(), 20);
  CHECK(losses(lstm(), 20) == first);
  rnn::Config other = lstm();
  other.seed = 12;
  CHECK(losses(other, 20) != first);
}

TEST_CASE("a tensor starts the same whatever else the model has") {
  const rnn::Model a(small_config(rnn::Cell::lstm, rnn::Direction::forward));
  const rnn::Model b(small_config(rnn::Cell::gru, rnn::Direction::both, 2));
  CHECK(values(a, "embedding.weight") == values(b, "embedding.weight"));
}

TEST_CASE("weights start as PyTorch draws them") {
  rnn::Config config = lstm();
  config.vocabulary = 3000;
  config.hidden = 16;
  config.direction = rnn::Direction::both;
  const rnn::Model model(config);
  const std::vector<double> embedding = values(model, "embedding.weight");
  double mean = 0, square = 0;
  for (const double x : embedding) {
    mean += x / double(embedding.size());
    square += x * x / double(embedding.size());
  }
  CHECK(mean == Approx(0).margin(0.05));
  CHECK(square == Approx(1).margin(0.05));
  for (const char* name : {"rnn.weight_ih_l0", "rnn.weight_hh_l0", "rnn.bias_ih_l0",
                           "rnn.bias_hh_l0", "head.weight", "head.bias"}) {
    // 1/√ of the units; for the head of what it reads, the units of both directions.
    const double bound = std::string(name).starts_with("head") ? std::sqrt(1.0 / 32) : 0.25;
    double largest = 0;
    for (const double x : values(model, name)) largest = std::max(largest, std::abs(x));
    CAPTURE(name);
    CHECK(largest <= bound);
    CHECK(largest > 0.4 * bound);
  }
}

TEST_CASE("the forget bias is the sum of both biases of the forget gate, and of no other") {
  rnn::Config config = lstm();
  config.forget_bias = 3;
  const rnn::Model with(config), without(lstm());
  const auto both = [](const rnn::Model& model) {
    std::vector<double> sum = values(model, "rnn.bias_ih_l0");
    const std::vector<double> hh = values(model, "rnn.bias_hh_l0");
    for (std::size_t k = 0; k < sum.size(); ++k) sum[k] += hh[k];
    return sum;
  };
  const std::vector<double> a = both(with), b = both(without);
  for (std::size_t k = 0; k < a.size(); ++k) {
    const bool forget = k / config.hidden == 1;
    CHECK(a[k] == (forget ? 3 : b[k]));
  }
}

TEST_CASE("a run that diverges says when, keeps good weights, and stays there") {
  rnn::Config config = lstm();
  rnn::Model model(config);
  set_batch(model, small_sequences());
  for (int step = 0; step < 10; ++step) model.train_step();
  const std::vector<double> good = values(model, "rnn.weight_hh_l0");
  model.set_learning_rate(1e6);
  int steps = 0;
  while (model.train_step().diverged_at == 0) REQUIRE(++steps < 100);
  const rnn::Report report = model.report();
  CHECK(report.diverged_at == 11 + static_cast<std::uint64_t>(steps));
  CHECK(report.kept_step == 10);
  CHECK(values(model, "rnn.weight_hh_l0") == good);
  model.train_step();
  CHECK(values(model, "rnn.weight_hh_l0") == good);
  CHECK(model.report().diverged_at == report.diverged_at);
  CHECK(model.evaluate().loss < 10);
}

TEST_CASE("weights that are not numbers diverge at once and change nothing") {
  rnn::Model model(lstm());
  std::vector<double> weights = values(model, "head.weight");
  weights[0] = NAN;
  set_values(model, "head.weight", weights);
  set_batch(model, small_sequences());
  const std::vector<double> before = values(model, "rnn.weight_hh_l0");
  CHECK(model.train_step().diverged_at == 1);
  CHECK(values(model, "rnn.weight_hh_l0") == before);
}

TEST_CASE("good weights are kept every 64 steps, and once where the rate changes") {
  for (const int kept : {64, 66}) {
    rnn::Model model(lstm());
    set_batch(model, small_sequences());
    std::vector<double> good;
    for (int step = 0; step < 70; ++step) {
      if (step == 66 && kept == 66) model.set_learning_rate(0.02);
      if (step == kept) good = values(model, "rnn.weight_hh_l0");
      model.train_step();
    }
    set_values(model, "head.bias", {NAN, 0, 0});
    CHECK(model.train_step().diverged_at == 71);
    CHECK(model.report().kept_step == static_cast<std::uint64_t>(kept));
    CHECK(values(model, "rnn.weight_hh_l0") == good);
  }
}

TEST_CASE("a loss from 1,000 nats on has run away, though it is a number") {
  for (const double distance : {900.0, 1100.0}) {
    rnn::Model model(lstm());
    set_batch(model, {{{1, 2}}, {0}});
    set_values(model, "head.bias", {0, distance, 0});
    CHECK(model.train_step().loss == Approx(distance).epsilon(0.01));
    CHECK(model.report().diverged_at == (distance < 1000 ? 0 : 1));
  }
}

TEST_CASE("a gradient beyond the numbers is not followed, though the loss is good") {
  rnn::Model model(lstm());
  set_batch(model, {{{1, 2}}, {0}});
  // Nothing reads x, but what W would have to be does not fit.
  const double far = sizeof(rnn::real) == 8 ? 1e200 : 1e30;
  set_values(model, "rnn.weight_ih_l0", std::vector<double>(60, 0));
  set_values(model, "embedding.weight", std::vector<double>(21, far));
  CHECK(model.train_step().diverged_at == 1);
  CHECK(model.report().loss < 10);
}

TEST_CASE("evaluation leaves training as it was") {
  rnn::Model trained(lstm()), watched(lstm());
  set_batch(trained, small_sequences());
  for (int step = 0; step < 5; ++step) {
    set_batch(trained, small_sequences());
    set_batch(watched, {{{6}, {2, 2}}, {1, 0}});
    CHECK(watched.evaluate().gradient_norm == 0);
    set_batch(watched, small_sequences());
    CHECK(trained.train_step().loss == watched.train_step().loss);
  }
  CHECK(watched.report().step == 5);
}

TEST_CASE("the generator is PCG32, stream by stream") {
  rnn::Random random(42, "stream");
  const std::uint32_t first = random.next();
  rnn::Random again(42, "stream"), other(42, "another");
  CHECK(again.next() == first);
  CHECK(other.next() != first);
  double sum = 0;
  for (int k = 0; k < 100'000; ++k) sum += random.uniform();
  CHECK(sum / 100'000 == Approx(0.5).margin(0.005));
}

TEST_CASE("a new rate on weights that are ruined already does not make them the good ones") {
  rnn::Model model(lstm());
  set_batch(model, small_sequences());
  model.set_learning_rate(1e6);
  model.train_step();  // its loss was good; what it leaves is not, and nobody has looked yet
  model.set_learning_rate(0.001);
  while (model.train_step().diverged_at == 0) REQUIRE(model.report().step < 100);
  CHECK(model.report().kept_step == 0);
  for (const double weight : values(model, "rnn.weight_hh_l0")) CHECK(std::abs(weight) < 1);
}
