// Looking inside: gradients of a chosen output, gates that are held.

#include <catch2/catch.hpp>
#include <cmath>

#include "test_model.hpp"

namespace {

using rnn::HeadKind;

void set_objective(rnn::Model& model, std::int32_t kind, std::int32_t step, std::int32_t klass) {
  set_integers(model, "probe.objective", {kind, step, klass});
}

/// One line of clamp.where in force, the others off.
void hold(rnn::Model& model, std::vector<std::int32_t> line, double value) {
  line.resize(64, 0);
  set_integers(model, "clamp.where", line);
  set_values(model, "clamp.value", {value, 0, 0, 0, 0, 0, 0, 0});
}

}  // namespace

TEST_CASE("gradient_norm is the norm of the gradient, tensor by tensor and step by step") {
  rnn::Model model(small_config(rnn::Cell::lstm, rnn::Direction::both, 2));
  set_batch(model, small_sequences());
  model.differentiate();
  double whole = 0;
  for (const std::string& name : trained(model)) {
    if (name == "h0" || name == "c0") continue;
    double square = 0;
    for (const double g : values(model, "gradient." + name)) square += g * g;
    CHECK(values(model, "gradient_norm." + name).front() == Approx(std::sqrt(square)));
    whole += square;
  }
  CHECK(model.report().gradient_norm == Approx(std::sqrt(whole)));
  for (const char* name : {"layer0.h", "layer1.reverse.c", "layer1.x", "output"}) {
    const std::vector<double> gradient = values(model, "gradient." + std::string(name));
    const std::vector<double> norms = values(model, "gradient_norm." + std::string(name));
    const std::size_t width = gradient.size() / norms.size();
    for (std::size_t k = 0; k < norms.size(); ++k) {
      double square = 0;
      for (std::size_t n = 0; n < width; ++n) square += std::pow(gradient[k * width + n], 2);
      CHECK(norms[k] == Approx(std::sqrt(square)).margin(1e-30));
    }
  }
}

TEST_CASE("the loss at one step moves no state after it, forward") {
  rnn::Model model(
      with_head(small_config(rnn::Cell::gru, rnn::Direction::forward), HeadKind::next));
  set_batch(model, {{{1, 2, 3, 2, 6}}, {0}});
  set_objective(model, 1, 2, 0);
  model.evaluate();
  const std::vector<double> norms = values(model, "gradient_norm.layer0.h");
  for (const std::size_t t : {0U, 1U, 2U}) CHECK(norms[t] > 0);
  for (const std::size_t t : {3U, 4U}) CHECK(norms[t] == 0);
}

TEST_CASE("losses at single steps add up to the loss") {
  rnn::Model model(with_head(small_config(rnn::Cell::lstm, rnn::Direction::both), HeadKind::each));
  set_batch(model, {{{1, 2, 3, 2, 6}}, {0}});
  set_integers(model, "batch.targets", {0, 1, 2, 0, 1});
  std::vector<double> sum(values(model, "gradient.rnn.weight_ih_l0").size(), 0);
  for (std::int32_t step = 0; step < 5; ++step) {
    set_objective(model, 1, step, 0);
    model.evaluate();
    const std::vector<double> part = values(model, "gradient.rnn.weight_ih_l0");
    for (std::size_t k = 0; k < sum.size(); ++k) sum[k] += part[k] / 5;
  }
  set_objective(model, 1, -1, 0);
  model.evaluate();
  CHECK(max_norm_error(sum, values(model, "gradient.rnn.weight_ih_l0")) < 1e-5);
}

TEST_CASE("connectivity is how much each token moves one output") {
  for (const HeadKind head : every_head) {
    for (const rnn::Cell cell : every_cell) {
      rnn::Config config = with_head(small_config(cell, rnn::Direction::both, 2), head);
      rnn::Model model(config);
      const std::vector<std::int32_t> row{1, 2, 3, 0, 6};  // five tokens, each once
      set_batch(model, {{row}, {0}});
      const std::int32_t step = config.every_step() ? 2 : -1, klass = 1;
      set_objective(model, 2, step, klass);
      model.forward();
      const std::vector<double> gradient = values(model, "gradient.layer0.x");
      const auto logit = [&] {
        model.forward();
        const std::size_t place = config.every_step() ? 2 : 0;
        return values(model, "logits")[place * config.classes + 1];
      };
      // Each token is there once, so its embedding row is its input.
      std::vector<double> numeric(gradient.size());
      std::vector<double> table = values(model, "embedding.weight");
      const double h = sizeof(rnn::real) == 8 ? 1e-5 : 1e-2;
      for (std::size_t t = 0; t < row.size(); ++t) {
        for (std::size_t k = 0; k < 3; ++k) {
          double& x = table[static_cast<std::size_t>(row[t]) * 3 + k];
          const double centre = x;
          x = centre + h;
          set_values(model, "embedding.weight", table);
          const double above = logit();
          x = centre - h;
          set_values(model, "embedding.weight", table);
          numeric[t * 3 + k] = (above - logit()) / (2 * h);
          x = centre;
        }
      }
      CAPTURE(name_of(config));
      CHECK(max_norm_error(gradient, numeric) < (sizeof(rnn::real) == 8 ? 1e-6 : 2e-2));
    }
  }
}

TEST_CASE("a probe sees its own objective, not what was differentiated before") {
  for (const HeadKind head : every_head) {
    const rnn::Config config =
        with_head(small_config(rnn::Cell::gru, rnn::Direction::forward), head);
    rnn::Model fresh(config), used(config);
    set_batch(fresh, small_sequences());
    set_batch(used, small_sequences());
    used.differentiate();
    for (rnn::Model* const model : {&fresh, &used}) {
      set_objective(*model, 2, config.every_step() ? 1 : -1, 2);
      model->forward();
    }
    CAPTURE(name_of(config));
    for (const std::string& name : trained(fresh)) {
      CHECK(values(used, "gradient." + name) == values(fresh, "gradient." + name));
    }
  }
}

TEST_CASE("a probe trains nothing, and training does not heed it") {
  rnn::Model probed(small_config(rnn::Cell::lstm, rnn::Direction::forward));
  rnn::Model alone(small_config(rnn::Cell::lstm, rnn::Direction::forward));
  for (int step = 0; step < 3; ++step) {
    set_objective(probed, 2, -1, 2);
    set_batch(probed, {{{1, 1}}, {0}});
    probed.evaluate();
    set_batch(probed, small_sequences());
    set_batch(alone, small_sequences());
    CHECK(probed.train_step().loss == alone.train_step().loss);
  }
  CHECK(values(probed, "embedding.weight") == values(alone, "embedding.weight"));
}

TEST_CASE("an objective that is not there is refused") {
  rnn::Model model(
      with_head(small_config(rnn::Cell::lstm, rnn::Direction::forward), HeadKind::each));
  set_batch(model, {{{1, 2, 3}}, {0}});
  const auto refused = [&](std::int32_t kind, std::int32_t step, std::int32_t klass) {
    set_objective(model, kind, step, klass);
    CHECK_THROWS_WITH(model.evaluate(), Catch::Contains("probe.objective"));
    if (kind == 2) CHECK_THROWS_WITH(model.forward(), Catch::Contains("probe.objective"));
  };
  refused(3, 0, 0);
  refused(-1, 0, 0);
  refused(1, 3, 0);
  refused(1, -2, 0);
  refused(2, -1, 0);
  refused(2, 0, 3);
  refused(2, 0, -1);
  set_integers(model, "batch.targets", {0, -1, 1});
  set_objective(model, 1, 1, 0);
  CHECK_THROWS_WITH(model.evaluate(), Catch::Contains("no label of the batch counts"));
  rnn::Model classifier(small_config(rnn::Cell::lstm, rnn::Direction::forward));
  set_batch(classifier, small_sequences());
  set_objective(classifier, 2, 0, 1);
  CHECK_THROWS_WITH(classifier.evaluate(), Catch::Contains("it can be -1 to -1"));
}

TEST_CASE("a held gate has its value where it is held, and is free elsewhere") {
  rnn::Model model(small_config(rnn::Cell::lstm, rnn::Direction::both, 2)), free(model.config());
  set_batch(model, small_sequences());
  set_batch(free, small_sequences());
  hold(model, {1, 0, 1, 1, 2, 4, 1, 3}, 0.25);  // layer 0, reverse, f, units 2–3, steps 1–2
  model.forward();
  free.forward();
  const std::vector<double> f = values(model, "layer0.reverse.f");
  for (std::size_t t = 0; t < 5; ++t) {
    for (std::size_t k = 0; k < 5; ++k) {
      const bool held = t >= 1 && t < 3 && k >= 2 && k < 4;
      CAPTURE(t, k);
      CHECK((f[(t * 3) * 5 + k] == 0.25) == held);
    }
  }
  for (const double above : values(model, "layer1.reverse.f")) CHECK(above != 0.25);
  // What is read before the clamp, in the order of reading, does not feel it.
  const std::vector<double> held_h = values(model, "layer0.reverse.h");
  const std::vector<double> free_h = values(free, "layer0.reverse.h");
  for (const std::size_t t : {3U, 4U}) {
    for (std::size_t k = 0; k < 5; ++k) CHECK(held_h[t * 15 + k] == free_h[t * 15 + k]);
  }
  CHECK(held_h[0] != free_h[0]);
  CHECK(values(model, "layer0.h") == values(free, "layer0.h"));
  hold(model, {0}, 0);
  model.forward();
  CHECK(values(model, "layer0.reverse.f") == values(free, "layer0.reverse.f"));
}

TEST_CASE("a forget gate held open keeps the cell, held shut forgets it") {
  rnn::Model model(small_config(rnn::Cell::lstm, rnn::Direction::forward));
  for (const double value : {1.0, 0.0}) {
    set_batch(model, {{{1, 2, 3, 4}}, {0}});
    hold(model, {1, 0, 0, 1, 0, 5, 2, 3}, value);
    model.forward();
    const auto at = [&](const char* name, std::size_t t, std::size_t k) {
      return values(model, name)[t * 5 + k];
    };
    for (std::size_t k = 0; k < 5; ++k) {
      const double added = at("layer0.i", 2, k) * at("layer0.g", 2, k);
      CHECK(at("layer0.c", 2, k) == Approx(value * at("layer0.c", 1, k) + added));
    }
  }
}

TEST_CASE("of two clamps on one gate the later rules, and a line outside the model is refused") {
  rnn::Model model(small_config(rnn::Cell::gru, rnn::Direction::forward));
  set_batch(model, {{{1, 2}}, {0}});
  std::vector<std::int32_t> where{1, 0, 0, 1, 0, 5, 0, 2,  // the third line is off
                                  1, 0, 0, 1, 1, 2, 0, 2, 0, 0, 0, 1, 0, 5, 0, 2};
  where.resize(64, 0);
  set_integers(model, "clamp.where", where);
  set_values(model, "clamp.value", {0.5, 1, 0.75, 0, 0, 0, 0, 0});
  model.forward();
  CHECK(values(model, "layer0.z") == std::vector<double>{.5, 1, .5, .5, .5, .5, 1, .5, .5, .5});
  const auto refused = [&](const std::vector<std::int32_t>& line, double value, const char* what) {
    hold(model, line, value);
    CHECK_THROWS_WITH(model.train_step(), Catch::Contains(what));
  };
  refused({1, 1, 0, 0, 0, 5, 0, 2}, 1, "layer 1");
  refused({1, 0, 1, 0, 0, 5, 0, 2}, 1, "way 1");
  refused({1, 0, 0, 3, 0, 5, 0, 2}, 1, "gate 3");
  refused({1, 0, 0, 0, 0, 6, 0, 2}, 1, "end of units 6");
  refused({1, 0, 0, 0, -1, 5, 0, 2}, 1, "first unit -1");
  refused({1, 0, 0, 0, 0, 5, -1, 2}, 1, "first step -1");
  refused({1, 0, 0, 0, 0, 5, 0, 6}, 1, "end of steps 6");
  refused({1, 0, 0, 0, 0, 5, 0, 2}, NAN, "clamp.value");
  rnn::Model simple(small_config(rnn::Cell::elman, rnn::Direction::forward));
  set_batch(simple, {{{1, 2}}, {0}});
  hold(simple, {1, 0, 0, 0, 0, 5, 0, 2}, 1);
  CHECK_THROWS_WITH(simple.forward(), Catch::Contains("no gate"));
  rnn::Model backward(small_config(rnn::Cell::gru, rnn::Direction::backward));
  set_batch(backward, {{{1, 2}}, {0}});
  hold(backward, {1, 0, 0, 0, 0, 5, 0, 2}, 1);
  CHECK_THROWS_WITH(backward.forward(), Catch::Contains("way 0"));
}
