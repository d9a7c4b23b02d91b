// Is backward the derivative? Every number of every parameter, embedding rows, h0 and c0
// included, against central differences, in double: the loss of a batch with lengths 5, 2, 4.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "test_model.hpp"

namespace {

/// The rows of clamp.where that are given, and off for the rest.
std::vector<std::int32_t> lines(const std::vector<std::vector<std::int32_t>>& rows) {
  std::vector<std::int32_t> flat(64, 0);
  auto at = flat.begin();
  for (const auto& row : rows) at = std::copy(row.begin(), row.end(), at);
  return flat;
}

/// Largest |analytic − numeric| over the tensor, relative to its largest gradient. Numeric is
/// the central difference of fourth order: in a deep stack the lowest gradients are small, and
/// the simple one loses too many digits of them.
double gradient_error(rnn::Model& model, const std::string& tensor) {
  model.differentiate();
  const std::vector<double> analytic = values(model, "gradient." + tensor);
  std::vector<double> numeric;
  std::vector<double> point = values(model, tensor);
  constexpr double h = 2e-4;
  const rnn::Config& config = model.config();
  const bool dropout = config.dropout_embedding + config.dropout_output > 0;
  for (double& coordinate : point) {
    const double centre = coordinate;
    const auto loss_at = [&](double offset) {
      coordinate = centre + offset;
      set_values(model, tensor, point);
      return dropout ? model.differentiate().loss : model.evaluate().loss;
    };
    const double near = loss_at(h) - loss_at(-h);
    const double far = loss_at(2 * h) - loss_at(-2 * h);
    coordinate = centre;
    numeric.push_back((8 * near - far) / (12 * h));
  }
  set_values(model, tensor, point);
  return max_norm_error(analytic, numeric);
}

void check_every_gradient(rnn::Model& model) {
  for (const std::string& name : trained(model)) {
    CAPTURE(name_of(model.config()), name);
    CHECK(gradient_error(model, name) < 1e-7);
  }
}

void check_every_gradient(const rnn::Config& config) {
  rnn::Model model(config);
  set_batch(model, small_sequences());
  set_initial_states(model);
  check_every_gradient(model);
}

rnn::Config relu(rnn::Config config) {
  config.nonlinearity = rnn::Nonlinearity::relu;
  return config;
}

}  // namespace

TEST_CASE("every gradient is the derivative of the loss") {
  for_every_config({1, 2, 3}, [](const rnn::Config& config) {
    check_every_gradient(config);
    if (config.cell == rnn::Cell::elman) check_every_gradient(relu(config));
  });
}

TEST_CASE("with dropout too, whose masks stay while the step does") {
  for_every_config({1, 2}, [](rnn::Config config) {
    config.dropout_embedding = 0.25;
    config.dropout_output = 0.4;
    if (config.cell != rnn::Cell::bag) config.dropout_layers = 0.3;
    check_every_gradient(config);
  });
}

TEST_CASE("with weights of classes too") {
  for_every_config({1}, [](const rnn::Config& config) {
    rnn::Model model(config);
    std::vector<double> weights = drawn(config.classes, 5);
    for (double& weight : weights) weight += 1;
    set_values(model, "class_weights", weights);
    set_batch(model, small_sequences());
    set_initial_states(model);
    check_every_gradient(model);
  });
}

TEST_CASE("with gates held too") {
  for_every_config({1, 2}, [](const rnn::Config& config) {
    if (config.cell == rnn::Cell::bag || config.cell == rnn::Cell::elman) return;
    rnn::Model model(config);
    const std::int32_t top = static_cast<std::int32_t>(config.layers) - 1;
    const std::int32_t way = config.has_forward() ? 0 : 1;
    set_integers(model, "clamp.where",
                 lines({{1, 0, way, 0, 1, 4, 0, 3},
                        {1, top, way, 1, 0, 5, 1, 2},
                        {1, top, way, 2, 2, 3, 0, 5},
                        {1, 0, config.has_reverse() ? 1 : 0, 1, 0, 2, 2, 4}}));
    // Between 0 and 1, where σ and tanh have a slope that must not be followed.
    set_values(model, "clamp.value", {0.5, 0.25, -0.75, 0.75, 0, 0, 0, 0});
    set_batch(model, small_sequences());
    set_initial_states(model);
    check_every_gradient(model);
  });
}

TEST_CASE("the gradient along time is the derivative with respect to each state") {
  // A state in mid-sequence cannot be set from outside; h0 of the rest of the sequence can.
  for (const rnn::Cell cell : every_cell) {
    const Sequences whole{{{1, 2, 3, 2, 6}}, {2}};
    const Sequences rest{{{2, 6}}, {2}};
    rnn::Model model(small_config(cell, rnn::Direction::forward));
    set_batch(model, whole);
    model.differentiate();
    const std::vector<double> along = values(model, "gradient.layer0.h");
    const std::vector<double> states = values(model, "layer0.h");
    const std::size_t hidden = model.config().hidden;
    const auto begin = static_cast<std::ptrdiff_t>(2 * hidden);
    const auto end = begin + static_cast<std::ptrdiff_t>(hidden);
    const std::vector<double> after_third(states.begin() + begin, states.begin() + end);
    const std::vector<double> expected(along.begin() + begin, along.begin() + end);

    std::vector<double> c_after_third;
    if (cell == rnn::Cell::lstm) {
      const std::vector<double> c = values(model, "layer0.c");
      c_after_third.assign(c.begin() + begin, c.begin() + end);
    }
    set_batch(model, rest);
    set_values(model, "h0", after_third);
    if (cell == rnn::Cell::lstm) set_values(model, "c0", c_after_third);
    model.differentiate();
    CAPTURE(name_of(model.config()));
    CHECK(max_norm_error(values(model, "gradient.h0"), expected) < 1e-12);
  }
}
