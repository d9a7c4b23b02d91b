// Is backward the derivative? Every number of every parameter, embedding rows, h0 and c0
// included, against central differences, in double: the loss of a batch with lengths 5, 2, 4.

#include <catch2/catch.hpp>
#include <cmath>
#include <sstream>

#include "test_model.hpp"

namespace {

/// Largest |analytic − numeric| over the tensor, relative to its largest gradient.
double gradient_error(rnn::Model& model, const std::string& tensor) {
  model.differentiate();
  const std::vector<double> analytic = values(model, "gradient." + tensor);
  std::vector<double> numeric;
  std::vector<double> point = values(model, tensor);
  constexpr double h = 1e-5;
  for (double& coordinate : point) {
    const double centre = coordinate;
    coordinate = centre + h;
    set_values(model, tensor, point);
    const double above = model.evaluate().loss;
    coordinate = centre - h;
    set_values(model, tensor, point);
    const double below = model.evaluate().loss;
    coordinate = centre;
    numeric.push_back((above - below) / (2 * h));
  }
  set_values(model, tensor, point);
  return max_norm_error(analytic, numeric);
}

}  // namespace

TEST_CASE("every gradient is the derivative of the loss") {
  for (const rnn::Cell cell : every_cell) {
    for (const rnn::Direction direction : every_direction) {
      for (const std::size_t layers : {1, 2, 3}) {
        rnn::Model model(small_config(cell, direction, layers));
        set_batch(model, small_sequences());
        set_initial_states(model);
        std::istringstream names(model.tensor_names());
        for (std::string name; std::getline(names, name);) {
          const bool trained = name.starts_with("embedding.") || name.starts_with("rnn.") ||
                               name.starts_with("head.") || name == "h0" || name == "c0";
          if (!trained) continue;
          CAPTURE(name_of(model.config()), name);
          CHECK(gradient_error(model, name) < 1e-7);
        }
      }
    }
  }
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
