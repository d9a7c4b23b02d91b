#pragma once

#include <stdexcept>
#include <string>

namespace rnn {

/// A caller's mistake, thrown at a public entry; the message names both facts.
class ArgumentError : public std::invalid_argument {
 public:
  using std::invalid_argument::invalid_argument;
};

/// More memory asked for than the machine, or an address, can give.
class MemoryError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace rnn
