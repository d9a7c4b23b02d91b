// Does each gate do its one job? All weights are zero; biases open or shut one gate at a
// time, and the answer is known in closed form.

#include <catch2/catch.hpp>
#include <cmath>

#include "test_model.hpp"

namespace {

constexpr double shut = -60, opened = 60;
constexpr double start_h = 0.25, start_c = -0.5;

double logistic(double x) {
  return 1 / (1 + std::exp(-x));
}

/// A one-layer forward model, every parameter 0 but for the given blocks of bias_ih, that
/// has read one token from the states start_h, start_c.
struct OneStep {
  OneStep(rnn::Cell cell, const std::vector<double>& biases)
      : model(small_config(cell, rnn::Direction::forward)) {
    const std::size_t hidden = model.config().hidden;
    for (const char* name : {"rnn.weight_ih_l0", "rnn.weight_hh_l0", "rnn.bias_hh_l0"}) {
      set_values(model, name, std::vector<double>(values(model, name).size(), 0));
    }
    std::vector<double> bias;
    for (const double value : biases) bias.insert(bias.end(), hidden, value);
    set_values(model, "rnn.bias_ih_l0", bias);
    set_batch(model, {{{3}}, {0}});
    set_values(model, "h0", std::vector<double>(hidden, start_h));
    if (cell == rnn::Cell::lstm) set_values(model, "c0", std::vector<double>(hidden, start_c));
    model.forward();
  }
  /// The tensor's number, which must be the same for every unit.
  double operator[](const std::string& tensor) const {
    const std::vector<double> found = values(model, "layer0." + tensor);
    for (const double value : found) CHECK(value == found.front());
    return found.front();
  }
  rnn::Model model;
};

}  // namespace

TEST_CASE("LSTM: an open forget gate alone keeps the cell state") {
  const OneStep step(rnn::Cell::lstm, {shut, opened, 1, opened});
  CHECK(step["f"] == Approx(1));
  CHECK(step["c"] == Approx(start_c));
  CHECK(step["h"] == Approx(std::tanh(start_c)));
}

TEST_CASE(
    "LSTM: a shut forget gate drops the cell state, an open input gate writes the candidate") {
  const OneStep step(rnn::Cell::lstm, {opened, shut, 0.7, opened});
  CHECK(step["i"] == Approx(1));
  CHECK(step["g"] == Approx(std::tanh(0.7)));
  CHECK(step["c"] == Approx(std::tanh(0.7)));
}

TEST_CASE("LSTM: a shut output gate hides the state and leaves it in place") {
  const OneStep step(rnn::Cell::lstm, {shut, opened, 0.7, shut});
  CHECK(step["o"] == Approx(0).margin(1e-20));
  CHECK(step["c"] == Approx(start_c));
  CHECK(step["h"] == Approx(0).margin(1e-20));
}

TEST_CASE("LSTM: half-open gates mix by the formula") {
  const OneStep step(rnn::Cell::lstm, {0.3, -0.2, 0.9, 0.1});
  const double c = logistic(-0.2) * start_c + logistic(0.3) * std::tanh(0.9);
  CHECK(step["a_f"] == Approx(-0.2));
  CHECK(step["c"] == Approx(c));
  CHECK(step["tanh_c"] == Approx(std::tanh(c)));
  CHECK(step["h"] == Approx(logistic(0.1) * std::tanh(c)));
}

TEST_CASE("GRU: an open update gate keeps the state, a shut one takes the candidate") {
  const OneStep kept(rnn::Cell::gru, {0, opened, 0.7});
  CHECK(kept["z"] == Approx(1));
  CHECK(kept["h"] == Approx(start_h));
  const OneStep replaced(rnn::Cell::gru, {0, shut, 0.7});
  CHECK(replaced["h"] == Approx(std::tanh(0.7)));
}

TEST_CASE("GRU: the reset gate scales the recurrent part of the candidate alone") {
  for (const double reset : {shut, 0.4, opened}) {
    OneStep step(rnn::Cell::gru, {reset, shut, 0.7});
    const std::size_t hidden = step.model.config().hidden;
    std::vector<double> bias_hh(3 * hidden, 0);
    for (std::size_t k = 2 * hidden; k < 3 * hidden; ++k) bias_hh[k] = -1.1;
    set_values(step.model, "rnn.bias_hh_l0", bias_hh);
    step.model.forward();
    CHECK(step["n"] == Approx(std::tanh(0.7 + logistic(reset) * -1.1)));
    CHECK(step["a_n"] == Approx(0.7 + logistic(reset) * -1.1));
  }
}

TEST_CASE("Elman: the state is the tanh of its pre-activation") {
  const OneStep step(rnn::Cell::elman, {-0.8});
  CHECK(step["a"] == Approx(-0.8));
  CHECK(step["h"] == Approx(std::tanh(-0.8)));
}

TEST_CASE("a held gate hands nothing back to its pre-activation, a free one does") {
  for (const rnn::Cell cell : {rnn::Cell::lstm, rnn::Cell::gru}) {
    rnn::Model model(small_config(cell, rnn::Direction::forward));
    set_batch(model, {{{1, 2, 3, 4, 5}}, {0}});
    set_initial_states(model);
    const std::string letters = cell == rnn::Cell::lstm ? "ifgo" : "rzn";
    for (std::size_t gate = 0; gate < letters.size(); ++gate) {
      // Units 1–2 from step 2 on.
      std::vector<std::int32_t> where{1, 0, 0, static_cast<std::int32_t>(gate), 1, 3, 2, 5};
      where.resize(64, 0);
      set_integers(model, "clamp.where", where);
      set_values(model, "clamp.value", std::vector<double>(8, 0.25));
      model.differentiate();
      const std::string name = std::string("gradient.layer0.a_") + letters[gate];
      const std::vector<double> gradient = values(model, name);
      for (std::size_t k = 0; k < gradient.size(); ++k) {
        CAPTURE(name, k);
        CHECK((gradient[k] == 0) == (k / 5 >= 2 && k % 5 >= 1 && k % 5 < 3));
      }
    }
  }
}
