#include "checked_model.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sstream>

#include "rnn/archive.hpp"
#include "wasm/config_text.hpp"
#include "wasm/host.hpp"

void require(bool holds, const char* law) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s (the last error was: %s)\n", law, rnn_error());
  std::abort();
}

std::int32_t checked(std::int32_t result) {
  if (result >= 0) return result;
  require(result >= RNN_OUT_OF_MEMORY, "a failure is the caller's mistake or a lack of memory");
  const std::size_t size = boundary::host.error.size();
  const std::size_t length = strnlen(rnn_error(), size);
  require(length > 0 && length < size, "a failure is put into words");
  return result;
}

void write_text(const std::string& text) {
  const auto room = static_cast<std::size_t>(rnn_text_size()) - 1;
  const std::size_t size = std::min(text.size(), room);
  std::copy_n(text.data(), size, rnn_text());
  rnn_text()[size] = '\0';
}

rnn::Model* model_of(std::int32_t handle) {
  boundary::Slot* slot = boundary::slot_of(handle);
  return slot ? slot->model.get() : nullptr;
}

std::optional<rnn::NamedTensor> tensor_of(std::int32_t handle, const std::string& name) {
  write_text(name);
  if (checked(rnn_tensor(handle)) < 0) return std::nullopt;
  const rnn::NamedTensor tensor = model_of(handle)->tensor(rnn_text());
  const std::int32_t* words = rnn_tensor_descriptor();
  const auto said = [&](std::size_t word) { return static_cast<std::size_t>(words[word]); };
  require(said(RNN_TENSOR_KIND) == (tensor.kind == rnn::NamedTensor::Kind::reals ? 0 : 1) &&
              said(RNN_TENSOR_RANK) == tensor.rank && tensor.rank >= 1 && tensor.rank <= 4,
          "a tensor has a kind and a rank");
  for (std::size_t axis = 0; axis < tensor.rank; ++axis) {
    require(said(RNN_TENSOR_SHAPE + axis) == tensor.shape[axis] &&
                said(RNN_TENSOR_STRIDES + axis) == tensor.strides[axis],
            "a descriptor says what the tensor is");
  }
  return tensor;
}

std::vector<std::string> tensor_names(std::int32_t handle) {
  const char* const names = rnn_tensor_names(handle);
  require((names == nullptr) == (model_of(handle) == nullptr), "a live model has tensors");
  std::vector<std::string> result;
  std::istringstream lines(names ? names : "");
  for (std::string line; std::getline(lines, line);) result.push_back(line);
  return result;
}

std::uint32_t read_every_tensor(std::int32_t handle) {
  std::uint32_t sum = 0;
  for (const std::string& name : tensor_names(handle)) {
    const auto tensor = tensor_of(handle, name);
    require(tensor.has_value(), "a tensor that is listed can be read");
    each_element(*tensor, [&](const std::byte* address) {
      std::uint32_t bits = 0;
      std::memcpy(&bits, address, sizeof bits);
      sum += bits;
    });
  }
  return sum;
}

std::vector<std::byte> state_of(std::int32_t handle) {
  rnn::Model* const model = model_of(handle);
  if (!model) return {};
  rnn::Archive measure;
  model->archive(measure);
  std::vector<std::byte> bytes(measure.size());
  rnn::Archive archive = rnn::Archive::writing(bytes);
  model->archive(archive);
  for (const char letter : rnn::write_config(model->config())) {
    bytes.push_back(static_cast<std::byte>(letter));
  }
  return bytes;
}
