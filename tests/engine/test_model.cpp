#include "test_model.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <sstream>

#include "rnn/cell.hpp"
#include "rnn/random.hpp"
#include "wasm/config_text.hpp"

namespace {

std::size_t size_of(const rnn::NamedTensor& tensor) {
  std::size_t count = 1;
  for (std::size_t axis = 0; axis < tensor.rank; ++axis) count *= tensor.shape[axis];
  return count;
}

/// Calls `visit(element)` for every element of the tensor, row-major.
template <class T, class Visit>
void each(const rnn::NamedTensor& tensor, const Visit& visit) {
  std::array<std::size_t, 4> at{};
  for (std::size_t count = size_of(tensor); count > 0; --count) {
    std::size_t offset = 0;
    for (std::size_t axis = 0; axis < tensor.rank; ++axis) {
      offset += at[axis] * tensor.strides[axis];
    }
    visit(static_cast<T*>(tensor.data)[offset]);
    for (std::size_t axis = tensor.rank; axis-- > 0;) {
      if (++at[axis] < tensor.shape[axis]) break;
      at[axis] = 0;
    }
  }
}

}  // namespace

std::string name_of(const rnn::Config& config) {
  std::string name = rnn::write_config(config);
  std::replace(name.begin(), name.end(), '\n', ',');
  return name;
}

rnn::Config small_config(rnn::Cell cell, rnn::Direction direction, std::size_t layers) {
  rnn::Config config;
  config.vocabulary = 7;
  config.embedding = 3;
  config.hidden = 5;
  config.classes = 3;
  config.layers = layers;
  config.cell = cell;
  config.direction = direction;
  config.max_batch = 3;
  config.max_length = 5;
  config.seed = 11;
  config.learning_rate = 0.01;
  return config;
}

rnn::Config with_head(rnn::Config config, rnn::HeadKind head) {
  config.head = head;
  config.classes = head == rnn::HeadKind::next ? config.vocabulary : 3;
  return config;
}

rnn::Config small_bag(rnn::HeadKind head) {
  rnn::Config config = with_head(small_config(rnn::Cell::bag, rnn::Direction::forward), head);
  config.hidden = 0;
  return config;
}

std::vector<std::string> trained(const rnn::Model& model) {
  std::vector<std::string> result;
  std::istringstream names(model.tensor_names());
  for (std::string name; std::getline(names, name);) {
    if (name.starts_with("embedding.") || name.starts_with("rnn.") || name.starts_with("head.") ||
        name == "h0" || name == "c0") {
      result.push_back(name);
    }
  }
  return result;
}

std::vector<double> values(const rnn::Model& model, const std::string& tensor) {
  std::vector<double> result;
  const rnn::NamedTensor found = model.tensor(tensor);
  REQUIRE(found.kind == rnn::NamedTensor::Kind::reals);
  each<rnn::real>(found, [&](rnn::real& element) { result.push_back(double(element)); });
  return result;
}

void set_values(rnn::Model& model, const std::string& tensor, const std::vector<double>& values) {
  const rnn::NamedTensor found = model.tensor(tensor);
  REQUIRE(size_of(found) == values.size());
  auto value = values.begin();
  each<rnn::real>(found, [&](rnn::real& element) { element = static_cast<rnn::real>(*value++); });
}

std::vector<std::int32_t> integers(const rnn::Model& model, const std::string& tensor) {
  std::vector<std::int32_t> result;
  const rnn::NamedTensor found = model.tensor(tensor);
  REQUIRE(found.kind == rnn::NamedTensor::Kind::integers);
  each<std::int32_t>(found, [&](std::int32_t& element) { result.push_back(element); });
  return result;
}

void set_integers(rnn::Model& model, const std::string& tensor,
                  const std::vector<std::int32_t>& values) {
  const rnn::NamedTensor found = model.tensor(tensor);
  REQUIRE(found.kind == rnn::NamedTensor::Kind::integers);
  REQUIRE(size_of(found) == values.size());
  auto value = values.begin();
  each<std::int32_t>(found, [&](std::int32_t& element) { element = *value++; });
}

Sequences small_sequences() {
  return {{{1, 2, 3, 2, 6}, {4, 1}, {5, 5, 0, 3}}, {2, 0, 1}};
}

void set_batch(rnn::Model& model, const Sequences& sequences, std::size_t steps) {
  const std::size_t rows = sequences.rows.size();
  for (const auto& row : sequences.rows) steps = std::max(steps, row.size());
  std::vector<std::int32_t> tokens(steps * rows, 0), lengths;
  for (std::size_t b = 0; b < rows; ++b) {
    lengths.push_back(static_cast<std::int32_t>(sequences.rows[b].size()));
    for (std::size_t t = 0; t < sequences.rows[b].size(); ++t) {
      tokens[t * rows + b] = sequences.rows[b][t];
    }
  }
  model.set_batch(rows, steps);
  set_integers(model, "batch.tokens", tokens);
  set_integers(model, "batch.lengths", lengths);
  set_integers(model, "batch.labels", sequences.labels);
  if (model.config().head != rnn::HeadKind::each) return;
  std::vector<std::int32_t> targets;
  for (std::size_t k = 0; k < tokens.size(); ++k) {
    targets.push_back(k % 4 == 2 ? -1 : (tokens[k] + static_cast<std::int32_t>(k)) % 3);
  }
  set_integers(model, "batch.targets", targets);
}

void set_initial_states(rnn::Model& model) {
  if (model.config().cell == rnn::Cell::bag) return;
  set_values(model, "h0", drawn(values(model, "h0").size(), 21));
  if (!rnn::formula_of(model.config()).has_cell_state) return;
  set_values(model, "c0", drawn(values(model, "c0").size(), 22));
}

std::vector<double> drawn(std::size_t count, std::uint32_t seed) {
  rnn::Random random(seed, "test");
  std::vector<double> result(count);
  for (double& value : result) value = random.uniform(-1, 1);
  return result;
}

double max_norm_error(const std::vector<double>& a, const std::vector<double>& b) {
  REQUIRE(a.size() == b.size());
  double error = 0, norm = 0;
  for (std::size_t k = 0; k < a.size(); ++k) {
    // A NaN on either side must not pass as "not larger".
    if (std::isnan(a[k]) || std::isnan(b[k])) return INFINITY;
    error = std::max(error, std::abs(a[k] - b[k]));
    norm = std::max(norm, std::abs(b[k]));
  }
  if (error == 0) return 0;
  return norm == 0 ? error : error / norm;
}
