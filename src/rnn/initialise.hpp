#pragma once

#include "config.hpp"
#include "parameters.hpp"

namespace rnn {

/// Draws every parameter as PyTorch does by default: the embedding from a standard normal,
/// recurrent layers uniform within ±1/√H, the head within ±1/√S; each tensor from a stream
/// of its own name. A forget bias b of the configuration sets b_ih to b and b_hh to 0.
void initialise(const Config& config, Parameters& parameters);

}  // namespace rnn
