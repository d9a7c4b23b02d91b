#include "api.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <string_view>

#include "../rnn/error.hpp"
#include "../rnn/model.hpp"
#include "config_text.hpp"

namespace {

using rnn::Model;

/// A handle is a slot and how often the slot was used before, so a handle that was destroyed
/// stays bad when its slot serves again.
constexpr std::int32_t slot_bits = 6;
constexpr std::size_t slot_count = (1U << slot_bits) - 1;
constexpr std::uint32_t generations = 1U << (31U - slot_bits);

struct Slot {
  std::unique_ptr<Model> model;
  std::uint32_t generation = 0;
};

struct Host {
  std::array<Slot, slot_count> slots;
  std::array<char, 4096> text{};
  std::array<char, 512> error{};
  std::array<double, RNN_REPORT_SIZE> report{};
  std::array<std::int32_t, RNN_TENSOR_SIZE> descriptor{};
};

/// The only state outside a model: what the boundary lends. The engine itself has none.
Host host;

std::int32_t fail(std::int32_t status, std::string_view message) {
  const std::size_t size = std::min(message.size(), host.error.size() - 1);
  std::copy_n(message.data(), size, host.error.data());
  host.error[size] = '\0';
  return status;
}

/// Runs `body`; what it throws becomes a status. No exception crosses the boundary.
template <class Body>
std::int32_t guarded(const Body& body) {
  try {
    return body();
  } catch (const rnn::ArgumentError& error) {
    return fail(RNN_BAD_ARGUMENT, error.what());
  } catch (const rnn::MemoryError& error) {
    return fail(RNN_OUT_OF_MEMORY, error.what());
  } catch (const std::bad_alloc&) {
    return fail(RNN_OUT_OF_MEMORY, "no memory is left for the model");
  } catch (const std::exception& error) {
    return fail(RNN_INTERNAL, error.what());
  }
}

Slot* slot_of(std::int32_t handle) {
  if (handle <= 0) return nullptr;
  const auto bits = static_cast<std::uint32_t>(handle);
  const std::uint32_t index = (bits & slot_count) - 1;
  if (index >= slot_count) return nullptr;
  Slot& slot = host.slots[index];
  return slot.model && slot.generation == bits >> slot_bits ? &slot : nullptr;
}

template <class Body>
std::int32_t with_model(std::int32_t handle, const Body& body) {
  Slot* slot = slot_of(handle);
  if (!slot)
    return fail(RNN_BAD_HANDLE, "no model has this handle; it was never made, or destroyed");
  return guarded([&] { return body(*slot->model); });
}

std::string_view text_in() {
  const auto end = std::find(host.text.begin(), host.text.end(), '\0');
  if (end == host.text.end()) throw rnn::ArgumentError("the text has no zero byte at its end");
  return {host.text.data(), static_cast<std::size_t>(end - host.text.begin())};
}

std::size_t size_of(std::int32_t value, const char* what) {
  if (value >= 0) return static_cast<std::size_t>(value);
  throw rnn::ArgumentError(std::string(what) + " is " + std::to_string(value) +
                           ", it cannot be negative");
}

/// An address as wasm's 32 bits; natively (tests) only its low half, which nobody reads.
std::int32_t address(const void* pointer) {
  return static_cast<std::int32_t>(reinterpret_cast<std::uintptr_t>(pointer));
}

}  // namespace

extern "C" {

std::int32_t rnn_abi_version(void) {
  return 1;
}
char* rnn_text(void) {
  return host.text.data();
}
std::int32_t rnn_text_size(void) {
  return static_cast<std::int32_t>(host.text.size());
}
const char* rnn_error(void) {
  return host.error.data();
}

std::int32_t rnn_create(void) {
  return guarded([]() -> std::int32_t {
    for (std::size_t index = 0; index < slot_count; ++index) {
      Slot& slot = host.slots[index];
      if (slot.model) continue;
      slot.model = std::make_unique<Model>(rnn::parse_config(text_in()));
      slot.generation = (slot.generation + 1) % generations;
      return static_cast<std::int32_t>(slot.generation << slot_bits | (index + 1));
    }
    throw rnn::MemoryError("all " + std::to_string(slot_count) +
                           " places for models are taken; destroy one first");
  });
}

std::int32_t rnn_destroy(std::int32_t model) {
  return with_model(model, [&](Model&) {
    slot_of(model)->model.reset();
    return RNN_OK;
  });
}

std::int32_t rnn_set_batch(std::int32_t model, std::int32_t batch, std::int32_t length) {
  return with_model(model, [&](Model& m) {
    m.set_batch(size_of(batch, "batch"), size_of(length, "length"));
    return RNN_OK;
  });
}

std::int32_t rnn_forward(std::int32_t model) {
  return with_model(model, [](Model& m) { return m.forward(), RNN_OK; });
}

std::int32_t rnn_evaluate(std::int32_t model) {
  return with_model(model, [](Model& m) { return m.evaluate(), RNN_OK; });
}

std::int32_t rnn_train_step(std::int32_t model) {
  return with_model(model, [](Model& m) { return m.train_step(), RNN_OK; });
}

std::int32_t rnn_set_learning_rate(std::int32_t model, double learning_rate) {
  return with_model(model, [&](Model& m) { return m.set_learning_rate(learning_rate), RNN_OK; });
}

const double* rnn_report(std::int32_t model) {
  const std::int32_t status = with_model(model, [](const Model& m) {
    const rnn::Report& report = m.report();
    host.report[RNN_REPORT_STEP] = static_cast<double>(report.step);
    host.report[RNN_REPORT_LOSS] = report.loss;
    host.report[RNN_REPORT_CORRECT] = static_cast<double>(report.correct);
    host.report[RNN_REPORT_GRADIENT_NORM] = report.gradient_norm;
    host.report[RNN_REPORT_DIVERGED_AT] = static_cast<double>(report.diverged_at);
    host.report[RNN_REPORT_KEPT_STEP] = static_cast<double>(report.kept_step);
    return RNN_OK;
  });
  return status == RNN_OK ? host.report.data() : nullptr;
}

std::int32_t rnn_parameter_count(std::int32_t model) {
  return with_model(model,
                    [](const Model& m) { return static_cast<std::int32_t>(m.parameter_count()); });
}

const char* rnn_tensor_names(std::int32_t model) {
  const char* names = nullptr;
  with_model(model, [&](const Model& m) { return names = m.tensor_names().c_str(), RNN_OK; });
  return names;
}

std::int32_t rnn_tensor(std::int32_t model) {
  return with_model(model, [](const Model& m) {
    const rnn::NamedTensor tensor = m.tensor(text_in());
    host.descriptor[RNN_TENSOR_ADDRESS] = address(tensor.data);
    host.descriptor[RNN_TENSOR_KIND] = tensor.kind == rnn::NamedTensor::Kind::integers ? 1 : 0;
    host.descriptor[RNN_TENSOR_RANK] = static_cast<std::int32_t>(tensor.rank);
    for (std::size_t axis = 0; axis < tensor.shape.size(); ++axis) {
      host.descriptor[RNN_TENSOR_SHAPE + axis] = static_cast<std::int32_t>(tensor.shape[axis]);
      host.descriptor[RNN_TENSOR_STRIDES + axis] = static_cast<std::int32_t>(tensor.strides[axis]);
    }
    return RNN_OK;
  });
}

const std::int32_t* rnn_tensor_descriptor(void) {
  return host.descriptor.data();
}

}  // extern "C"
