#pragma once

#include <cstdint>

#include "batch.hpp"
#include "clamps.hpp"
#include "parameters.hpp"

namespace rnn {

/// What one pass over a batch goes by, forward or backward.
struct Pass {
  const Batch& batch;
  Parameters& parameters;
  const Clamps& clamps;
  bool training = false;   ///< dropout is on
  std::uint64_t step = 0;  ///< optimiser steps done before: what dropout draws from
};

}  // namespace rnn
