// The same numbers as PyTorch: outputs, every gradient, ten steps of Adam. The fixtures are
// float64; tests/reference/README.md says how they were made.

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "test_model.hpp"

using nlohmann::json;

namespace {

// Double: rounding alone. Float: what PyTorch's own float32 stays within, with room.
const double tolerance = sizeof(rnn::real) == 8 ? 1e-9 : 1e-5;

std::vector<double> numbers(const json& list) {
  return list.get<std::vector<double>>();
}

rnn::Config read_config(const json& from) {
  rnn::Config config;
  const std::string cell = from.at("cell"), direction = from.at("direction");
  config.cell = cell == "rnn"    ? rnn::Cell::elman
                : cell == "lstm" ? rnn::Cell::lstm
                                 : rnn::Cell::gru;
  config.direction = direction == "forward"    ? rnn::Direction::forward
                     : direction == "backward" ? rnn::Direction::backward
                                               : rnn::Direction::both;
  config.vocabulary = from.at("vocabulary");
  config.embedding = from.at("embedding");
  config.hidden = from.at("hidden");
  config.classes = from.at("classes");
  config.layers = from.at("layers");
  config.max_batch = from.at("max_batch");
  config.max_length = from.at("max_length");
  config.learning_rate = from.at("learning_rate");
  config.clip_norm = from.at("clip_norm");
  return config;
}

/// Puts the fixture's parameters, batch and initial states into force.
void load(rnn::Model& model, const json& fixture) {
  for (const auto& [name, tensor] : fixture.at("parameters").items()) {
    set_values(model, name, numbers(tensor.at("values")));
  }
  model.set_batch(fixture.at("batch"), fixture.at("length"));
  for (const char* name : {"tokens", "lengths", "labels"}) {
    set_integers(model, std::string("batch.") + name,
                 fixture.at(name).get<std::vector<std::int32_t>>());
  }
  for (const char* name : {"h0", "c0"}) {
    if (fixture.contains(name)) set_values(model, name, numbers(fixture.at(name)));
  }
}

/// The top layer's states beside each other, (T, B, directions · H), 0 in padding.
std::vector<double> top_states(const rnn::Model& model, const json& fixture) {
  const rnn::Config& config = model.config();
  const std::string layer = "layer" + std::to_string(config.layers - 1) + ".";
  std::vector<std::vector<double>> ways;
  if (config.has_forward()) ways.push_back(values(model, layer + "h"));
  if (config.has_reverse()) ways.push_back(values(model, layer + "reverse.h"));
  const std::size_t rows = fixture.at("batch"), steps = fixture.at("length");
  std::vector<double> result;
  for (std::size_t t = 0; t < steps; ++t) {
    for (std::size_t b = 0; b < rows; ++b) {
      const bool padding = t >= fixture.at("lengths").at(b).get<std::size_t>();
      for (const auto& way : ways) {
        for (std::size_t k = 0; k < config.hidden; ++k) {
          result.push_back(padding ? 0 : way[(t * rows + b) * config.hidden + k]);
        }
      }
    }
  }
  return result;
}

void check_outputs(const rnn::Model& model, const json& fixture) {
  const json& outputs = fixture.at("outputs");
  CHECK(max_norm_error(top_states(model, fixture), numbers(outputs.at("h"))) < tolerance);
  CHECK(max_norm_error(values(model, "logits"), numbers(outputs.at("logits"))) < tolerance);
  CHECK(max_norm_error(values(model, "probabilities"), numbers(outputs.at("probabilities"))) <
        tolerance);
  CHECK(model.report().loss == Approx(outputs.at("loss").get<double>()).epsilon(tolerance));
}

}  // namespace

TEST_CASE("outputs, gradients and ten Adam steps are PyTorch's") {
  std::size_t cases = 0;
  for (const auto& file : std::filesystem::directory_iterator(FIXTURES)) {
    const json fixture = json::parse(std::ifstream(file.path()));
    rnn::Model model(read_config(fixture.at("config")));
    load(model, fixture);
    CAPTURE(file.path().filename().string());
    const rnn::Report& report = model.differentiate();
    check_outputs(model, fixture);
    for (const auto& [name, tensor] : fixture.at("gradients").items()) {
      CAPTURE(name);
      CHECK(max_norm_error(values(model, "gradient." + name), numbers(tensor.at("values"))) <
            tolerance);
    }
    CHECK(report.gradient_norm ==
          Approx(fixture.at("gradient_norm").get<double>()).epsilon(tolerance));

    const json& adam = fixture.at("adam");
    for (const json& loss : adam.at("losses")) {
      CHECK(model.train_step().loss == Approx(loss.get<double>()).epsilon(tolerance));
    }
    for (const auto& [name, tensor] : adam.at("parameters").items()) {
      CAPTURE(name);
      CHECK(max_norm_error(values(model, name), numbers(tensor.at("values"))) < tolerance);
    }
    ++cases;
  }
  CHECK(cases == 18);  // 3 cells × 3 directions × {1, 2} layers
}
