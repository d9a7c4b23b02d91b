#include "config_text.hpp"

#include <array>
#include <charconv>
#include <cstdlib>
#include <string>

#include "../rnn/error.hpp"

namespace rnn {

namespace {

[[noreturn]] void refuse(std::string_view key, std::string_view value, const char* wanted) {
  throw ArgumentError(std::string(key) + " is \"" + std::string(value) + "\", it must be " +
                      wanted);
}

template <class Integer>
Integer integer(std::string_view key, std::string_view value) {
  Integer number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size()) {
    refuse(key, value, "a whole number that is not negative, within 32 bits");
  }
  return number;
}

/// strtod rounds correctly in every C library at hand, so a decimal means the same bits.
double decimal(std::string_view key, std::string_view value) {
  const std::string text(value);
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  if (text.empty() || *end != '\0') refuse(key, value, "a decimal number");
  return number;
}

Cell cell(std::string_view key, std::string_view value) {
  if (value == "rnn") return Cell::elman;
  if (value == "lstm") return Cell::lstm;
  if (value == "gru") return Cell::gru;
  refuse(key, value, "rnn, lstm or gru");
}

Direction direction(std::string_view key, std::string_view value) {
  if (value == "forward") return Direction::forward;
  if (value == "backward") return Direction::backward;
  if (value == "both") return Direction::both;
  refuse(key, value, "forward, backward or both");
}

using Text = std::string_view;
struct Field {
  Text key;
  void (*set)(Config& config, Text key, Text value);
};

template <std::size_t Config::*member>
void set_size(Config& config, Text key, Text value) {
  config.*member = integer<std::uint32_t>(key, value);
}

constexpr std::array fields = {
    Field{"vocabulary", set_size<&Config::vocabulary>},
    Field{"embedding", set_size<&Config::embedding>},
    Field{"hidden", set_size<&Config::hidden>},
    Field{"classes", set_size<&Config::classes>},
    Field{"layers", set_size<&Config::layers>},
    Field{"max_batch", set_size<&Config::max_batch>},
    Field{"max_length", set_size<&Config::max_length>},
    Field{"cell", [](Config& c, Text key, Text value) { c.cell = cell(key, value); }},
    Field{"direction",
          [](Config& c, Text key, Text value) { c.direction = direction(key, value); }},
    Field{"seed",
          [](Config& c, Text key, Text value) { c.seed = integer<std::uint32_t>(key, value); }},
    Field{"learning_rate",
          [](Config& c, Text key, Text value) { c.learning_rate = decimal(key, value); }},
    Field{"clip_norm", [](Config& c, Text key, Text value) { c.clip_norm = decimal(key, value); }},
    Field{"forget_bias",
          [](Config& c, Text key, Text value) { c.forget_bias = decimal(key, value); }},
};

}  // namespace

Config parse_config(std::string_view text) {
  Config config;
  std::array<bool, fields.size()> seen{};
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const Text line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    const std::size_t space = std::min(line.find(' '), line.size());
    const Text key = line.substr(0, space);
    const Text value = line.substr(std::min(space + 1, line.size()));
    std::size_t k = 0;
    while (k < fields.size() && fields[k].key != key) ++k;
    if (k == fields.size()) {
      throw ArgumentError("the configuration has no key \"" + std::string(key) + "\"");
    }
    if (seen[k]) throw ArgumentError("\"" + std::string(key) + "\" is given twice");
    seen[k] = true;
    fields[k].set(config, key, value);
  }
  return config;
}

}  // namespace rnn
