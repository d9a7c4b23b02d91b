#pragma once

#include <string>

#include "input.hpp"

/// The text of a configuration: most often of a small model that can be made.
std::string fuzzed_config(Input& input);
