#include "config_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <type_traits>

#include "../rnn/decimal.hpp"
#include "../rnn/message.hpp"

namespace rnn {

namespace {

[[noreturn]] void refuse_value(std::string_view key, std::string_view value, const char* wanted) {
  refuse({key, " is \"", value, "\", it must be ", wanted});
}

template <class Integer>
Integer integer(std::string_view key, std::string_view value) {
  Integer number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size()) {
    refuse_value(key, value, "a whole number that is not negative, within 32 bits");
  }
  return number;
}

double decimal(std::string_view key, std::string_view value) {
  const auto number = parse_decimal(value);
  if (!number) refuse_value(key, value, "a decimal number");
  return *number;
}

bool truth(std::string_view key, std::string_view value) {
  if (value != "0" && value != "1") refuse_value(key, value, "0 or 1");
  return value == "1";
}

/// The words of an enumeration, in its order.
template <class Enum>
struct Words;
template <>
struct Words<Cell> {
  static constexpr std::array<std::string_view, 4> all{"bag", "rnn", "lstm", "gru"};
};
template <>
struct Words<Nonlinearity> {
  static constexpr std::array<std::string_view, 2> all{"tanh", "relu"};
};
template <>
struct Words<Direction> {
  static constexpr std::array<std::string_view, 3> all{"forward", "backward", "both"};
};
template <>
struct Words<HeadKind> {
  static constexpr std::array<std::string_view, 4> all{"last", "mean", "each", "next"};
};
template <>
struct Words<OptimizerKind> {
  static constexpr std::array<std::string_view, 3> all{"adam", "sgd", "rmsprop"};
};
template <>
struct Words<RecurrentInit> {
  static constexpr std::array<std::string_view, 2> all{"uniform", "orthogonal"};
};

template <class Enum>
Enum word(std::string_view key, std::string_view value) {
  constexpr auto& words = Words<Enum>::all;
  const auto found = std::find(words.begin(), words.end(), value);
  if (found != words.end()) return static_cast<Enum>(found - words.begin());
  std::string wanted;
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (k > 0) wanted += k + 1 == words.size() ? " or " : ", ";
    wanted += words[k];
  }
  refuse_value(key, value, wanted.c_str());
}

using Text = std::string_view;
struct Field {
  Text key;
  void (*set)(Config& config, Text key, Text value);
  std::string (*get)(const Config& config);  ///< empty: the model has no such key
};

template <std::size_t Config::*member>
constexpr Field size_field(Text key) {
  return {key, [](Config& c, Text k, Text value) { c.*member = integer<std::uint32_t>(k, value); },
          [](const Config& c) { return std::to_string(c.*member); }};
}

template <double Config::*member>
constexpr Field decimal_field(Text key) {
  return {key, [](Config& c, Text k, Text value) { c.*member = decimal(k, value); },
          [](const Config& c) { return decimal_text(c.*member); }};
}

template <bool Config::*member>
constexpr Field truth_field(Text key) {
  return {key, [](Config& c, Text k, Text value) { c.*member = truth(k, value); },
          [](const Config& c) { return std::string(c.*member ? "1" : "0"); }};
}

template <auto member>
constexpr Field word_field(Text key) {
  using Enum = std::remove_cvref_t<decltype(Config().*member)>;
  return {key, [](Config& c, Text k, Text value) { c.*member = word<Enum>(k, value); },
          [](const Config& c) {
            return std::string(Words<Enum>::all[static_cast<std::size_t>(c.*member)]);
          }};
}

constexpr std::array fields = {
    size_field<&Config::vocabulary>("vocabulary"),
    size_field<&Config::embedding>("embedding"),
    size_field<&Config::hidden>("hidden"),
    size_field<&Config::classes>("classes"),
    size_field<&Config::layers>("layers"),
    size_field<&Config::max_batch>("max_batch"),
    size_field<&Config::max_length>("max_length"),
    word_field<&Config::cell>("cell"),
    word_field<&Config::nonlinearity>("nonlinearity"),
    word_field<&Config::direction>("direction"),
    word_field<&Config::head>("head"),
    decimal_field<&Config::dropout_embedding>("dropout_embedding"),
    decimal_field<&Config::dropout_layers>("dropout_layers"),
    decimal_field<&Config::dropout_output>("dropout_output"),
    truth_field<&Config::carry>("carry"),
    size_field<&Config::truncate>("truncate"),
    Field{"seed",
          [](Config& c, Text key, Text value) { c.seed = integer<std::uint32_t>(key, value); },
          [](const Config& c) { return std::to_string(c.seed); }},
    word_field<&Config::optimizer>("optimizer"),
    decimal_field<&Config::learning_rate>("learning_rate"),
    decimal_field<&Config::momentum>("momentum"),
    truth_field<&Config::sparse_embedding>("sparse_embedding"),
    decimal_field<&Config::clip_norm>("clip_norm"),
    word_field<&Config::recurrent_init>("recurrent_init"),
    decimal_field<&Config::recurrent_scale>("recurrent_scale"),
    Field{"forget_bias",
          [](Config& c, Text key, Text value) { c.forget_bias = decimal(key, value); },
          [](const Config& c) { return c.forget_bias ? decimal_text(*c.forget_bias) : ""; }},
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
      refuse({"the configuration has no key \"", key, "\""});
    }
    if (seen[k]) refuse({"\"", key, "\" is given twice"});
    seen[k] = true;
    fields[k].set(config, key, value);
  }
  return config;
}

std::string write_config(const Config& config) {
  std::string text;
  for (const Field& field : fields) {
    const std::string value = field.get(config);
    if (value.empty()) continue;
    text.append(field.key).append(" ").append(value).append("\n");
  }
  return text;
}

}  // namespace rnn
