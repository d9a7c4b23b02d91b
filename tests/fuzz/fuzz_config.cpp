#include "fuzz_config.hpp"

#include <initializer_list>
#include <string_view>

namespace {

/// "key value", or nothing where the key is left out.
std::string line(std::string_view key, std::string_view value) {
  if (value.empty()) return {};
  return std::string(key).append(" ").append(value).append("\n");
}

/// One in sixteen is what nobody means.
std::string size(Input& input, std::string_view key, std::size_t least, std::size_t most) {
  const std::uint8_t choice = input.byte();
  if (choice < 240) return line(key, std::to_string(least + choice % (most - least + 1)));
  constexpr std::string_view odd[] = {
      "0",        "1",          "-1",         "65536", "65537", "4096", "1024", "16777216",
      "16777217", "4294967295", "4294967296", "7x",    " 7",    "",     "99",   "256"};
  return line(key, odd[choice - 240]);
}

/// One of the values; "" leaves the key out, as the default.
std::string choice(Input& input, std::string_view key,
                   std::initializer_list<std::string_view> values) {
  return line(key, *(values.begin() + input.below(values.size())));
}

}  // namespace

std::string fuzzed_config(Input& input) {
  constexpr std::string_view cells[] = {"lstm", "gru", "rnn", "bag"};
  const std::string_view cell = cells[input.below(4)];
  const bool bag = cell == "bag";
  // What is wanted of a recurrent model and no bag has: mostly left out for one.
  const bool recurrent = !bag || input.below(16) == 1;
  constexpr std::string_view heads[] = {"last", "next", "each", "mean"};
  const std::string_view head = heads[input.below(4)];

  std::string text = line("cell", cell) + line("head", head);
  text += size(input, "vocabulary", 2, 9) + size(input, "embedding", 1, 9);
  if (recurrent) text += size(input, "hidden", 1, 9);
  if (head != "next" || input.below(16) == 1) text += size(input, "classes", 2, 9);
  text += size(input, "max_batch", 1, 5) + size(input, "max_length", 1, 6);
  if (recurrent) {
    text += size(input, "layers", 1, 4);
    text += choice(input, "direction", {"", "both", "backward", "forward", "up"});
    text += choice(input, "truncate", {"", "1", "2", "65536"});
    text += choice(input, "carry", {"", "1", "0", "2"});
    text += choice(input, "recurrent_init", {"", "orthogonal", "uniform", "normal"});
    text += choice(input, "recurrent_scale", {"", "0", "3", "1e300", "-1"});
    text += choice(input, "dropout_layers", {"", "0.5", "0.999999", "1"});
  }
  if (cell == "rnn") text += choice(input, "nonlinearity", {"", "relu", "tanh", "sine"});
  if (cell == "lstm") text += choice(input, "forget_bias", {"", "1", "-1e300", "nan"});
  constexpr std::string_view optimizers[] = {"adam", "sgd", "rmsprop"};
  const std::string_view optimizer = optimizers[input.below(3)];
  text += line("optimizer", optimizer);
  if (optimizer == "adam") text += choice(input, "sparse_embedding", {"", "1"});
  if (optimizer != "adam") text += choice(input, "momentum", {"", "0.9", "0.999999999999"});
  text += choice(input, "learning_rate", {"", "0.1", "1e30", "1e-300", "0"});
  text += choice(input, "clip_norm", {"", "1", "1e-300", "1e300", "-1"});
  text += choice(input, "dropout_embedding", {"", "0.5", "0.999999"});
  text += choice(input, "dropout_output", {"", "0.5", "1e-300"});
  text += choice(input, "seed", {"", "1", "4294967295"});
  return text + input.text();
}
