#include "initialise.hpp"

#include <cmath>
#include <string_view>

#include "random.hpp"

namespace rnn {

namespace {

void set_forget_bias(const Config& config, std::string_view name, real* bias) {
  const double input_bias = name.starts_with("rnn.bias_ih") ? *config.forget_bias : 0;
  for (std::size_t k = 0; k < config.hidden; ++k) {
    bias[config.hidden + k] = static_cast<real>(input_bias);  // the block of f in i f g o
  }
}

}  // namespace

void initialise(const Config& config, Parameters& parameters) {
  const double recurrent_bound = 1 / std::sqrt(static_cast<double>(config.hidden));
  const double head_bound = 1 / std::sqrt(static_cast<double>(config.output()));
  for (const Parameters::Entry& entry : parameters.entries()) {
    const std::string_view name = entry.name;
    real* values = parameters.values().data() + entry.offset;
    Random random(config.seed, name);
    const bool normal = name.starts_with("embedding.");
    const double bound = name.starts_with("head.") ? head_bound : recurrent_bound;
    for (std::size_t k = 0; k < entry.size(); ++k) {
      values[k] = static_cast<real>(normal ? random.normal() : random.uniform(-bound, bound));
    }
    if (config.forget_bias && name.starts_with("rnn.bias_")) {
      set_forget_bias(config, name, values);
    }
  }
}

}  // namespace rnn
