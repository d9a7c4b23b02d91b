#include "config.hpp"

#include <cmath>
#include <cstdint>
#include <string>

#include "error.hpp"
#include "message.hpp"

namespace rnn {

namespace {

void require_between(const char* name, std::uint64_t value, std::uint64_t low, std::uint64_t high) {
  if (value >= low && value <= high) return;
  refuse({name, " is ", value, ", it can be ", low, " to ", high});
}

/// `value` must be a number for which `holds`; `wanted` ends the sentence "it must be …".
void require_number(const char* name, double value, bool holds, const char* wanted) {
  if (std::isfinite(value) && holds) return;
  refuse({name, " is ", value, ", it must be ", wanted});
}

void refuse_if(bool contradiction, const char* message) {
  if (contradiction) refuse({message});
}

void validate_sizes(const Config& config) {
  // Ceilings far above any lesson; they keep every product of two sizes within 64 bits.
  constexpr std::size_t many = 1U << 24U;
  require_between("vocabulary", config.vocabulary, 1, many);
  require_between("embedding", config.embedding, 1, 4096);
  if (config.cell != Cell::bag) require_between("hidden", config.hidden, 1, 4096);
  require_between("classes", config.classes, 2, 65536);
  require_between("layers", config.layers, 1, 4);
  require_between("max_batch", config.max_batch, 1, 65536);
  require_between("max_length", config.max_length, 1, 65536);
  require_between("max_batch · max_length", std::uint64_t{config.max_batch} * config.max_length, 1,
                  many);
  require_between("truncate", config.truncate, 0, 65536);
}

void validate_numbers(const Config& config) {
  require_number("learning_rate", config.learning_rate, config.learning_rate > 0,
                 "a finite number above 0");
  require_number("clip_norm", config.clip_norm, config.clip_norm >= 0,
                 "a finite number, 0 for no clipping");
  require_number("momentum", config.momentum, config.momentum >= 0 && config.momentum < 1,
                 "at least 0 and below 1");
  require_number("recurrent_scale", config.recurrent_scale, config.recurrent_scale >= 0,
                 "a finite number, at least 0");
  const auto probability = [](const char* name, double value) {
    require_number(name, value, value >= 0 && value < 1, "a probability, at least 0 and below 1");
  };
  probability("dropout_embedding", config.dropout_embedding);
  probability("dropout_layers", config.dropout_layers);
  probability("dropout_output", config.dropout_output);
  if (config.forget_bias) {
    require_number("forget_bias", *config.forget_bias, true, "a finite number");
  }
}

void validate_combinations(const Config& config) {
  const bool bag = config.cell == Cell::bag;
  refuse_if(bag && (config.hidden != 0 || config.layers != 1 || config.has_reverse()),
            "a bag of embeddings has no units, layers or directions; leave them out");
  refuse_if(bag && config.head == HeadKind::last,
            "a bag of embeddings has no last state; its head is mean, each or next");
  refuse_if(bag && (config.recurrent_scale != 1 || config.truncate != 0 ||
                    config.recurrent_init != RecurrentInit::uniform || config.dropout_layers != 0),
            "a bag of embeddings has no recurrent matrix, no time to truncate and no layers");
  refuse_if(config.nonlinearity != Nonlinearity::tanh && config.cell != Cell::elman,
            "nonlinearity is set, but only the Elman cell has a choice");
  refuse_if(config.forget_bias && config.cell != Cell::lstm,
            "forget_bias is set, but only the LSTM has a forget gate");
  refuse_if(config.head == HeadKind::next && config.classes != config.vocabulary,
            "classes differs from vocabulary, but the head answers with the next token");
  refuse_if(
      config.carry && (bag || config.has_reverse()),
      "carry is set, but only a recurrent model that reads forward has a state to go on from");
  refuse_if(config.momentum != 0 && config.optimizer == OptimizerKind::adam,
            "momentum is set, but Adam has its own; it belongs to sgd and rmsprop");
  refuse_if(config.sparse_embedding && config.optimizer != OptimizerKind::adam,
            "sparse_embedding is set, but only Adam has an update for single rows");
}

}  // namespace

Config validated(Config config) {
  if (config.head == HeadKind::next && config.classes == 0) config.classes = config.vocabulary;
  validate_sizes(config);
  validate_numbers(config);
  validate_combinations(config);
  return config;
}

}  // namespace rnn
