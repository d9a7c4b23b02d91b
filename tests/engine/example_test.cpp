// The numbers printed in the lessons are the engine's: each example.json, step by step.

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "test_model.hpp"

using nlohmann::json;

namespace {

std::vector<double> flat(const json& numbers) {
  std::vector<double> result;
  for (const json& item : numbers) {
    if (item.is_array()) {
      const std::vector<double> row = flat(item);
      result.insert(result.end(), row.begin(), row.end());
    } else {
      result.push_back(item.get<double>());
    }
  }
  return result;
}

/// A model whose one token has the example's x as its embedding, after one step.
void check_step(rnn::Cell cell, const json& example, const char* recurrent,
                const std::vector<std::string>& results) {
  const std::vector<double> x = flat(example.at("x")), h_prev = flat(example.at("h_prev"));
  rnn::Config config = small_config(cell, rnn::Direction::forward);
  config.vocabulary = 1;
  config.embedding = x.size();
  config.hidden = h_prev.size();
  rnn::Model model(config);
  set_values(model, "embedding.weight", x);
  set_values(model, "rnn.weight_ih_l0", flat(example.at("W")));
  set_values(model, "rnn.weight_hh_l0", flat(example.at(recurrent)));
  if (example.contains("b_ih")) {
    set_values(model, "rnn.bias_ih_l0", flat(example.at("b_ih")));
    set_values(model, "rnn.bias_hh_l0", flat(example.at("b_hh")));
  } else {
    const std::vector<double> b = flat(example.at("b"));
    set_values(model, "rnn.bias_ih_l0", b);
    set_values(model, "rnn.bias_hh_l0", std::vector<double>(b.size(), 0));
  }
  set_batch(model, {{{0}}, {0}});
  set_values(model, "h0", h_prev);
  if (example.contains("c_prev")) set_values(model, "c0", flat(example.at("c_prev")));
  model.forward();
  for (const std::string& name : results) {
    CAPTURE(name);
    CHECK(max_norm_error(values(model, "layer0." + name), flat(example.at(name))) < 1e-6);
  }
}

}  // namespace

TEST_CASE("the worked step of chapter cell is what the engine computes") {
  const json example = json::parse(std::ifstream(LESSONS "/02-cell/example.json"));
  check_step(rnn::Cell::elman, example.at("elman"), "H", {"a", "h"});
  check_step(rnn::Cell::lstm, example.at("lstm"), "U", {"i", "f", "g", "o", "c", "h"});
  check_step(rnn::Cell::gru, example.at("gru"), "U", {"r", "z", "n", "h"});
}
