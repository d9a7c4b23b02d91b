#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "../rnn/model.hpp"

namespace rnn {

/// A model as bytes: a head of fixed size, the configuration as text, the state, and a sum
/// over all of it. Little-endian; `real` as the engine was built.
///
/// Writes into `bytes`, which takes the size it needs. Throws MemoryError.
void save_model(Model& model, std::vector<std::byte>& bytes);

/// Makes the model whose run goes on exactly where it was saved. Throws ArgumentError for
/// bytes that are not such a file, of another version, cut short or changed by a single bit;
/// MemoryError. `bytes` are read only, whatever the span says.
std::unique_ptr<Model> load_model(std::span<std::byte> bytes);

}  // namespace rnn
