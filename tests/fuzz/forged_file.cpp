#include "forged_file.hpp"

#include <cstring>
#include <exception>
#include <memory>

#include "checked_model.hpp"
#include "memory.hpp"
#include "plausible.hpp"
#include "rnn/archive.hpp"
#include "wasm/api.h"
#include "wasm/config_text.hpp"

namespace {

constexpr std::size_t identity_size = 16, head_size = 32, sum_size = 8;

template <class T>
void append(std::vector<std::uint8_t>& bytes, const T& part) {
  bytes.insert(bytes.end(), part.begin(), part.end());
}

void append_number(std::vector<std::uint8_t>& bytes, std::uint64_t number) {
  for (int k = 0; k < 8; ++k) bytes.push_back(static_cast<std::uint8_t>(number >> (8 * k)));
}

}  // namespace

void seal(std::span<std::uint8_t> bytes) {
  if (bytes.size() < sum_size) return;
  std::uint64_t sum = 0xcbf29ce484222325ULL;
  for (const std::uint8_t byte : bytes.first(bytes.size() - sum_size)) {
    sum = (sum ^ byte) * 0x100000001b3ULL;
  }
  std::memcpy(bytes.data() + bytes.size() - sum_size, &sum, sum_size);
}

std::optional<ForgedFile> ForgedFile::parsed(std::span<const std::uint8_t> bytes) {
  if (bytes.size() < head_size + sum_size) return std::nullopt;
  std::uint64_t config_size = 0;
  std::memcpy(&config_size, bytes.data() + identity_size, sizeof config_size);
  const auto content = bytes.subspan(head_size, bytes.size() - head_size - sum_size);
  const std::size_t split = std::min<std::uint64_t>(config_size, content.size());
  const auto config = content.first(split), state = content.subspan(split);
  return ForgedFile{{bytes.begin(), bytes.begin() + identity_size},
                    {config.begin(), config.end()},
                    {state.begin(), state.end()}};
}

std::optional<ForgedFile> ForgedFile::saved(const std::string& config, unsigned steps) {
  write_text(config);
  const memory::Scarce scarce;
  const std::int32_t model = rnn_create();
  if (model < 0) return std::nullopt;
  std::uint32_t last = steps;
  const auto next = [&] { return last = last * 1664525 + 1013904223, last >> 16; };
  plausible::extent(model, next);
  plausible::batch(model, next);
  if (next() % 2 == 0) plausible::clamp(model, next);
  for (unsigned step = 0; step < steps; ++step) rnn_train_step(model);
  const std::int32_t size = rnn_save(model);
  rnn_destroy(model);
  if (size < 0) return std::nullopt;
  const auto* const block = static_cast<const std::uint8_t*>(rnn_bytes(size));
  return parsed({block, static_cast<std::size_t>(size)});
}

void ForgedFile::fit_state() {
  try {
    const memory::Scarce scarce;
    rnn::Model model(rnn::parse_config(config));
    rnn::Archive measure;
    model.archive(measure);
    state.resize(measure.size(), 0x3d);  // 0x3d3d3d3d is 0.046, a number like a weight
  } catch (const std::exception&) {
    // Then the file is to be refused for its configuration, whatever its state.
  }
}

std::vector<std::uint8_t> ForgedFile::bytes() const {
  std::vector<std::uint8_t> result = head;
  append_number(result, config.size());
  append_number(result, state.size());
  append(result, config);
  append(result, state);
  append_number(result, 0);
  seal(result);
  return result;
}
