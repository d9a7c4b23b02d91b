#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rnn/model.hpp"

/// What must hold of every call and every model, whatever was called before. Where it does
/// not, the program ends, and libFuzzer keeps the input.

void require(bool holds, const char* law);

/// A result that the boundary may give: a number, or a status with words for what is wrong.
std::int32_t checked(std::int32_t result);

/// Writes `text`, as much as fits, where the boundary reads names and configurations.
void write_text(const std::string& text);

/// The model behind a handle, null for one that is dead.
rnn::Model* model_of(std::int32_t handle);

/// A tensor of a model, where it has one of this name, described as the boundary does it; the
/// address is whole, as a native descriptor has room for its low half alone.
std::optional<rnn::NamedTensor> tensor_of(std::int32_t handle, const std::string& name);

/// Calls `visit(address)` for every element within the described extents.
template <class Visit>
void each_element(const rnn::NamedTensor& tensor, const Visit& visit) {
  const std::size_t width = tensor.kind == rnn::NamedTensor::Kind::reals ? sizeof(rnn::real) : 4;
  std::size_t count = 1;
  for (std::size_t axis = 0; axis < tensor.rank; ++axis) count *= tensor.shape[axis];
  for (std::size_t k = 0; k < count; ++k) {
    std::size_t rest = k, offset = 0;
    for (std::size_t axis = tensor.rank; axis-- > 0;) {
      offset += rest % tensor.shape[axis] * tensor.strides[axis];
      rest /= tensor.shape[axis];
    }
    visit(static_cast<std::byte*>(tensor.data) + offset * width);
  }
}

std::vector<std::string> tensor_names(std::int32_t handle);

/// Reads every number of every tensor; the sum, so that no compiler leaves a reading out.
std::uint32_t read_every_tensor(std::int32_t handle);

/// Everything that makes the run go on, and its configuration; nothing for a dead handle.
std::vector<std::byte> state_of(std::int32_t handle);
