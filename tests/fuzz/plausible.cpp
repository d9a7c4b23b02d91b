#include "plausible.hpp"

#include <initializer_list>

#include "checked_model.hpp"
#include "wasm/api.h"

namespace plausible {

namespace {

/// `low` to `low` + `count` − 1.
std::int32_t number(const Next& next, std::size_t count, std::int32_t low = 0) {
  return low + static_cast<std::int32_t>(next() % count);
}

void fill(std::int32_t model, const char* name, const Next& next, std::size_t count,
          std::int32_t low = 0) {
  const auto tensor = tensor_of(model, name);
  if (!tensor) return;
  each_element(*tensor, [&](std::byte* address) {
    *reinterpret_cast<std::int32_t*>(address) = number(next, count, low);
  });
}

/// Writes from the element `at` on.
void put(std::int32_t model, const char* name, std::size_t at,
         std::initializer_list<std::int32_t> values) {
  const auto tensor = tensor_of(model, name);
  require(tensor.has_value(), "every model has what a host looks inside with");
  std::copy(values.begin(), values.end(), static_cast<std::int32_t*>(tensor->data) + at);
}

}  // namespace

void extent(std::int32_t model, const Next& next) {
  const rnn::Config& config = model_of(model)->config();
  const std::int32_t rows = number(next, config.max_batch, 1);
  const std::int32_t steps = number(next, config.max_length, 1);
  require(rnn_set_batch(model, rows, steps) == RNN_OK, "an extent within the model's is taken");
}

void batch(std::int32_t model, const Next& next) {
  const rnn::Config& config = model_of(model)->config();
  const std::size_t steps = model_of(model)->tensor("batch.tokens").shape[0];
  if (steps == 0) return;
  fill(model, "batch.lengths", next, steps, 1);
  fill(model, "batch.tokens", next, config.vocabulary);
  fill(model, "batch.labels", next, config.classes);
  fill(model, "batch.targets", next, config.classes + 1, -1);
}

void objective(std::int32_t model, const Next& next) {
  const rnn::Config& config = model_of(model)->config();
  const std::int32_t kind = number(next, 3), step = number(next, config.max_length + 1, -1);
  put(model, "probe.objective", 0, {kind, step, number(next, config.classes)});
}

void clamp(std::int32_t model, const Next& next) {
  const rnn::Config& config = model_of(model)->config();
  const std::size_t line = next() % 8;
  const std::int32_t layer = number(next, config.layers), gate = number(next, 4);
  const std::int32_t way = config.directions() == 2 ? number(next, 2) : config.has_reverse();
  const std::int32_t unit = number(next, config.hidden + 1), step = number(next, config.max_length);
  put(model, "clamp.where", 8 * line,
      {1, layer, way, gate, unit, static_cast<std::int32_t>(config.hidden), step,
       static_cast<std::int32_t>(config.max_length)});
}

}  // namespace plausible
