// The same numbers as PyTorch: outputs, every gradient, ten steps of every optimiser. The
// fixtures are float64; tests/reference/README.md says how they were made.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "test_model.hpp"
#include "wasm/config_text.hpp"

using nlohmann::json;

namespace {

// Double: rounding alone. Float: what PyTorch's own float32 stays within, with room.
const double tolerance = sizeof(rnn::real) == 8 ? 1e-9 : 1e-5;

std::vector<double> numbers(const json& list) {
  return list.get<std::vector<double>>();
}

/// The fixture's configuration as "key value" lines, the engine's own text.
rnn::Config read_config(const json& config) {
  std::string text;
  for (const auto& [key, value] : config.items()) {
    text += key + " " + (value.is_string() ? value.get<std::string>() : value.dump()) + "\n";
  }
  return rnn::parse_config(text);
}

/// Puts tokens, labels and initial states of a batch into force.
void load_batch(rnn::Model& model, const json& batch) {
  model.set_batch(batch.at("rows"), batch.at("steps"));
  for (const char* name : {"tokens", "lengths", "labels", "targets"}) {
    if (!batch.contains(name)) continue;
    set_integers(model, std::string("batch.") + name,
                 batch.at(name).get<std::vector<std::int32_t>>());
  }
  for (const char* name : {"h0", "c0"}) {
    if (batch.contains(name)) set_values(model, name, numbers(batch.at(name)));
  }
}

/// A tensor with 0 wherever a row has no token, so that padding is not compared.
std::vector<double> values_in_rows(const rnn::Model& model, const std::string& name,
                                   const json& batch) {
  std::vector<double> result = values(model, name);
  if (model.tensor(name).rank < 3) return result;  // one vector a row: no padding
  const std::size_t rows = batch.at("rows"), steps = batch.at("steps");
  const std::size_t width = result.size() / (rows * steps);
  for (std::size_t t = 0; t < steps; ++t) {
    for (std::size_t b = 0; b < rows; ++b) {
      if (t < batch.at("lengths").at(b).get<std::size_t>()) continue;
      std::fill_n(result.begin() + std::ptrdiff_t((t * rows + b) * width), width, 0);
    }
  }
  return result;
}

/// What the head reads at every step: the top layer's output, dropped from where the head
/// answers at every step. (Where it answers once a row, the summary is dropped from.)
std::vector<double> expected_output(const rnn::Config& config, const json& fixture) {
  std::vector<double> result = numbers(fixture.at("outputs").at("output"));
  if (!config.every_step() || config.dropout_output == 0) return result;
  const std::vector<double> mask = numbers(fixture.at("masks").at("output"));
  for (std::size_t k = 0; k < result.size(); ++k) result[k] *= mask[k];
  return result;
}

/// The top layer's states side by side, as it gave them: (T, B, directions · H).
std::vector<double> top_states(const rnn::Model& model, const json& batch) {
  const rnn::Config& config = model.config();
  const std::string layer = "layer" + std::to_string(config.layers - 1) + ".";
  std::vector<std::vector<double>> ways;
  if (config.has_forward()) ways.push_back(values_in_rows(model, layer + "h", batch));
  if (config.has_reverse()) ways.push_back(values_in_rows(model, layer + "reverse.h", batch));
  std::vector<double> result;
  for (std::size_t first = 0; first < ways[0].size(); first += config.hidden) {
    for (const auto& way : ways) {
      const auto state = way.begin() + std::ptrdiff_t(first);
      result.insert(result.end(), state, state + std::ptrdiff_t(config.hidden));
    }
  }
  return result;
}

void check_near(const std::string& what, const std::vector<double>& found,
                const std::vector<double>& expected) {
  CAPTURE(what);
  CHECK(max_norm_error(found, expected) < tolerance);
}

void check_number(const std::string& what, double found, const json& expected) {
  CAPTURE(what);
  CHECK(found == Approx(expected.get<double>()).epsilon(tolerance));
}

void check_first_step(const rnn::Model& model, const json& fixture) {
  const json& batch = fixture.at("batches").at(0);
  if (fixture.contains("masks")) {
    for (const auto& [place, mask] : fixture.at("masks").items()) {
      const std::string name = "dropout." + place;
      check_near(name, values_in_rows(model, name, batch), numbers(mask));
    }
  }
  const json& outputs = fixture.at("outputs");
  if (model.config().cell != rnn::Cell::bag) {
    check_near("states", top_states(model, batch), numbers(outputs.at("output")));
  }
  check_near("output", values_in_rows(model, "output", batch),
             expected_output(model.config(), fixture));
  for (const char* name : {"logits", "probabilities"}) {
    check_near(name, values_in_rows(model, name, batch), numbers(outputs.at(name)));
  }
  check_number("loss", model.report().loss, outputs.at("loss"));
  CHECK(model.report().count == outputs.at("count").get<std::size_t>());
  CHECK(model.report().correct == outputs.at("correct").get<std::size_t>());
  for (const auto& [name, tensor] : fixture.at("gradients").items()) {
    check_near("gradient." + name, values(model, "gradient." + name), numbers(tensor.at("values")));
  }
  check_number("gradient_norm", model.report().gradient_norm, fixture.at("gradient_norm"));
}

std::vector<std::string> carried_names(const rnn::Config& config) {
  if (!config.carry) return {};
  if (config.cell != rnn::Cell::lstm) return {"carried.h"};
  return {"carried.h", "carried.c"};
}

/// What a batch leaves for the next: its own rows of (layers, max_batch, H).
void check_carried(const rnn::Model& model, const json& batch, const json& expected) {
  const rnn::Config& config = model.config();
  const std::size_t used = batch.at("rows").get<std::size_t>() * config.hidden;
  std::size_t index = 0;
  for (const std::string& name : carried_names(config)) {
    const std::vector<double> all = values(model, name);
    std::vector<double> found;
    for (std::size_t layer = 0; layer < config.layers; ++layer) {
      const auto first = all.begin() + std::ptrdiff_t(layer * config.max_batch * config.hidden);
      found.insert(found.end(), first, first + std::ptrdiff_t(used));
    }
    check_near(name, found, numbers(expected.at(index++)));
  }
}

/// Ten steps on the batches in turn.
void check_training(rnn::Model& model, const json& fixture) {
  const json& training = fixture.at("training");
  const json& batches = fixture.at("batches");
  for (const std::string& name : carried_names(model.config())) {
    set_values(model, name, std::vector<double>(values(model, name).size(), 0));
  }
  for (std::size_t step = 0; step < training.at("losses").size(); ++step) {
    CAPTURE(step);
    const json& batch = batches.at(step % batches.size());
    load_batch(model, batch);
    model.train_step();
    check_number("loss", model.report().loss, training.at("losses").at(step));
    check_number("gradient_norm", model.report().gradient_norm,
                 training.at("gradient_norms").at(step));
    if (model.config().carry) check_carried(model, batch, training.at("carried").at(step));
  }
  for (const auto& [name, tensor] : training.at("parameters").items()) {
    check_near("trained " + name, values(model, name), numbers(tensor.at("values")));
  }
}

void check_case(const json& fixture) {
  rnn::Model model(read_config(fixture.at("config")));
  for (const auto& [name, tensor] : fixture.at("parameters").items()) {
    set_values(model, name, numbers(tensor.at("values")));
  }
  load_batch(model, fixture.at("batches").at(0));
  if (fixture.contains("class_weights")) {
    set_values(model, "class_weights", numbers(fixture.at("class_weights")));
  }
  model.differentiate();
  check_first_step(model, fixture);
  check_training(model, fixture);
}

}  // namespace

TEST_CASE("outputs, gradients and ten steps of the optimisers are PyTorch's") {
  std::size_t cases = 0;
  for (const auto& file : std::filesystem::directory_iterator(FIXTURES)) {
    const json fixtures = json::parse(std::ifstream(file.path()));
    CAPTURE(file.path().filename().string());
    for (const auto& [name, fixture] : fixtures.at("cases").items()) {
      CAPTURE(name);
      check_case(fixture);
      ++cases;
    }
  }
  // 4 cells × 4 heads × 3 directions × {1, 2, 3} layers, 6 bags, 4 that carry states
  CHECK(cases == 154);
}
