#include "initialise.hpp"

#include <cmath>
#include <string_view>
#include <vector>

#include "random.hpp"

namespace rnn {

namespace {

void set_forget_bias(const Config& config, std::string_view name, real* bias) {
  const double input_bias = name.starts_with("rnn.bias_ih") ? *config.forget_bias : 0;
  for (std::size_t k = 0; k < config.hidden; ++k) {
    bias[config.hidden + k] = static_cast<real>(input_bias);  // the block of f in i f g o
  }
}

/// Takes from `row` its part along each of the `count` orthonormal rows before it.
void project_out(const std::vector<double>& rows, std::size_t count, double* row, std::size_t n) {
  for (std::size_t k = 0; k < count; ++k) {
    const double* other = rows.data() + k * n;
    double dot = 0;
    for (std::size_t j = 0; j < n; ++j) dot += row[j] * other[j];
    for (std::size_t j = 0; j < n; ++j) row[j] -= dot * other[j];
  }
}

/// A random orthogonal matrix (n, n), uniform among all: normal numbers, row by row made
/// orthonormal to the rows before (Gram and Schmidt; twice, as once is not enough in floating
/// point). What `torch.nn.init.orthogonal_` draws, up to its generator.
void draw_orthogonal(Random& random, std::size_t n, real* block) {
  std::vector<double> rows(n * n);
  for (double& value : rows) value = random.normal();
  for (std::size_t m = 0; m < n; ++m) {
    double* row = rows.data() + m * n;
    project_out(rows, m, row, n);
    project_out(rows, m, row, n);
    double square = 0;
    for (std::size_t j = 0; j < n; ++j) square += row[j] * row[j];
    const double norm = std::sqrt(square);
    for (std::size_t j = 0; j < n; ++j) row[j] /= norm;
  }
  for (std::size_t k = 0; k < n * n; ++k) block[k] = static_cast<real>(rows[k]);
}

void draw(const Config& config, const Parameters::Entry& entry, real* values) {
  const std::string_view name = entry.name;
  Random random(config.seed, name);
  if (config.recurrent_init == RecurrentInit::orthogonal && name.starts_with("rnn.weight_hh")) {
    const std::size_t block = config.hidden * config.hidden;
    for (std::size_t k = 0; k < entry.size(); k += block) {
      draw_orthogonal(random, config.hidden, values + k);
    }
    return;
  }
  const bool normal = name.starts_with("embedding.");
  const std::size_t fan = name.starts_with("head.") ? config.output() : config.hidden;
  const double bound = 1 / std::sqrt(static_cast<double>(fan));
  for (std::size_t k = 0; k < entry.size(); ++k) {
    values[k] = static_cast<real>(normal ? random.normal() : random.uniform(-bound, bound));
  }
}

}  // namespace

void initialise(const Config& config, Parameters& parameters) {
  for (const Parameters::Entry& entry : parameters.entries()) {
    const std::string_view name = entry.name;
    real* values = parameters.values().data() + entry.offset;
    draw(config, entry, values);
    if (name.starts_with("rnn.weight_hh") && config.recurrent_scale != 1) {
      for (std::size_t k = 0; k < entry.size(); ++k) {
        values[k] = static_cast<real>(double(values[k]) * config.recurrent_scale);
      }
    }
    if (config.forget_bias && name.starts_with("rnn.bias_")) {
      set_forget_bias(config, name, values);
    }
  }
}

}  // namespace rnn
