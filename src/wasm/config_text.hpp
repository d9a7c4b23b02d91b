#pragma once

#include <string>
#include <string_view>

#include "../rnn/config.hpp"

namespace rnn {

/// Reads "key value" lines into a Config; the keys are those of api.h. Throws ArgumentError
/// that names the line's fault: an unknown or repeated key, a value that does not read.
/// Ranges are the model's business, not checked here.
Config parse_config(std::string_view text);

/// The same lines of a configuration in force, every key that its model has; what reads them
/// gets the same configuration, to the bit.
std::string write_config(const Config& config);

}  // namespace rnn
