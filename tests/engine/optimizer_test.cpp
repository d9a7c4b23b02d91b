// The update rules, where a law says more than the numbers of a reference.

#include <catch2/catch.hpp>
#include <cmath>

#include "test_model.hpp"

namespace {

rnn::Config config_of(rnn::OptimizerKind kind) {
  rnn::Config config = small_config(rnn::Cell::lstm, rnn::Direction::forward);
  config.optimizer = kind;
  return config;
}

bool has(const rnn::Model& model, const std::string& tensor) {
  return model.tensor_names().find("\n" + tensor + "\n") != std::string::npos;
}

}  // namespace

TEST_CASE("the embedding's rows rest, moments and all, while no batch has them") {
  rnn::Config config = config_of(rnn::OptimizerKind::adam);
  config.sparse_embedding = true;
  rnn::Model model(config);
  set_batch(model, {{{1, 2, 1}}, {0}});
  model.train_step();
  const std::vector<double> weight = values(model, "embedding.weight");
  const std::vector<double> m = values(model, "moment1.embedding.weight");
  const std::vector<double> v = values(model, "moment2.embedding.weight");
  set_batch(model, {{{2, 3}}, {1}});
  model.train_step();
  const std::vector<double> gradient = values(model, "gradient.embedding.weight");
  for (std::size_t k = 0; k < weight.size(); ++k) {
    const std::size_t token = k / 3;
    const bool read = token == 2 || token == 3;
    CAPTURE(token);
    CHECK((values(model, "embedding.weight")[k] == weight[k]) == !read);
    CHECK((values(model, "moment1.embedding.weight")[k] == m[k]) == !read);
    CHECK((values(model, "moment2.embedding.weight")[k] == v[k]) == !read);
    CHECK((gradient[k] == 0) == !read);
  }
}

TEST_CASE("rows that rest have no part in the norm, and the clip is the same") {
  rnn::Config dense = config_of(rnn::OptimizerKind::adam), sparse = dense;
  sparse.sparse_embedding = true;
  rnn::Model a(dense), b(sparse);
  for (const auto& row : {std::vector<std::int32_t>{1, 2, 1}, {3}, {5, 1}}) {
    set_batch(a, {{row}, {0}});
    set_batch(b, {{row}, {0}});
    for (const std::string& name : trained(a)) set_values(b, name, values(a, name));
    CHECK(a.differentiate().gradient_norm == Approx(b.differentiate().gradient_norm));
    CHECK(values(a, "gradient.embedding.weight") == values(b, "gradient.embedding.weight"));
    a.train_step();
    b.train_step();
  }
}

TEST_CASE("an optimiser keeps the moments that it needs") {
  rnn::Config config = config_of(rnn::OptimizerKind::sgd);
  CHECK_FALSE(has(rnn::Model(config), "moment1.head.bias"));
  CHECK_FALSE(has(rnn::Model(config), "moment2.head.bias"));
  config.momentum = 0.9;
  CHECK(has(rnn::Model(config), "moment1.head.bias"));
  CHECK_FALSE(has(rnn::Model(config), "moment2.head.bias"));
  config = config_of(rnn::OptimizerKind::rmsprop);
  CHECK_FALSE(has(rnn::Model(config), "moment1.head.bias"));
  CHECK(has(rnn::Model(config), "moment2.head.bias"));
}

TEST_CASE("plain descent goes against the clipped gradient") {
  rnn::Config config = config_of(rnn::OptimizerKind::sgd);
  config.learning_rate = 0.5;
  config.clip_norm = 0.01;
  rnn::Model model(config);
  set_batch(model, small_sequences());
  const std::vector<double> before = values(model, "head.weight");
  const double norm = model.train_step().gradient_norm;
  REQUIRE(norm > 0.01);
  const std::vector<double> gradient = values(model, "gradient.head.weight");
  const std::vector<double> after = values(model, "head.weight");
  for (std::size_t k = 0; k < before.size(); ++k) {
    const double expected = before[k] - 0.5 * gradient[k] * 0.01 / norm;
    CHECK(after[k] == Approx(expected).epsilon(1e-5).margin(1e-7));
  }
}

TEST_CASE("a velocity without push comes to rest at zero, not among the subnormals") {
  for (const rnn::OptimizerKind kind : {rnn::OptimizerKind::sgd, rnn::OptimizerKind::rmsprop}) {
    rnn::Config config = config_of(kind);
    config.momentum = 0.5;
    rnn::Model model(config);
    set_batch(model, {{{1}}, {0}});
    model.train_step();
    set_batch(model, {{{2}}, {0}});
    for (int step = 0; step < 120; ++step) model.train_step();
    const std::vector<double> velocity = values(model, "moment1.embedding.weight");
    for (std::size_t k = 3; k < 6; ++k) CHECK(velocity[k] == 0);
    CHECK(velocity[6] != 0);
  }
}

TEST_CASE("every optimiser learns one batch by heart") {
  for (const rnn::OptimizerKind kind :
       {rnn::OptimizerKind::adam, rnn::OptimizerKind::sgd, rnn::OptimizerKind::rmsprop}) {
    rnn::Config config = config_of(kind);
    config.hidden = 8;
    config.learning_rate = kind == rnn::OptimizerKind::sgd ? 0.3 : 0.02;
    config.momentum = kind == rnn::OptimizerKind::sgd ? 0.9 : 0;
    config.sparse_embedding = kind == rnn::OptimizerKind::adam;
    rnn::Model model(config);
    set_batch(model, small_sequences());
    for (int step = 0; step < 200; ++step) model.train_step();
    CAPTURE(name_of(config));
    CHECK(model.evaluate().loss < 0.05);
  }
}
