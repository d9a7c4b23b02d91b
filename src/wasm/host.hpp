#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "../rnn/error.hpp"
#include "../rnn/message.hpp"
#include "../rnn/model.hpp"
#include "api.h"

/// What the boundary needs besides the engine: the models by handle, what it lends, and how a
/// thrown error becomes a status.
namespace boundary {

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
  std::vector<std::byte> bytes;
};

/// The only state outside a model: what the boundary lends. The engine itself has none.
inline Host host;

inline std::int32_t fail(std::int32_t status, std::string_view message) {
  const std::size_t size = std::min(message.size(), host.error.size() - 1);
  std::copy_n(message.data(), size, host.error.data());
  host.error[size] = '\0';
  return status;
}

/// Runs `body(context)`; what it throws becomes a status. No exception crosses the boundary. A
/// plain function: its handlers stand once in what ships, not in each of the boundary's functions.
inline std::int32_t guard(std::int32_t (*body)(const void*), const void* context) {
  try {
    return body(context);
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

template <class Body>
std::int32_t guarded(const Body& body) {
  const auto call = [](const void* context) -> std::int32_t {
    return (*static_cast<const Body*>(context))();
  };
  return guard(call, &body);
}

inline Slot* slot_of(std::int32_t handle) {
  if (handle <= 0) return nullptr;
  const auto bits = static_cast<std::uint32_t>(handle);
  const std::uint32_t index = (bits & slot_count) - 1;
  if (index >= slot_count) return nullptr;
  Slot& slot = host.slots[index];
  return slot.model && slot.generation == bits >> slot_bits ? &slot : nullptr;
}

/// Puts a model that `make` makes into a free place and returns its handle.
template <class Make>
std::int32_t with_new_model(const Make& make) {
  return guarded([&]() -> std::int32_t {
    for (std::size_t index = 0; index < slot_count; ++index) {
      Slot& slot = host.slots[index];
      if (slot.model) continue;
      slot.model = make();
      slot.generation = (slot.generation + 1) % generations;
      return static_cast<std::int32_t>(slot.generation << slot_bits | (index + 1));
    }
    throw rnn::MemoryError(
        rnn::message({"all ", slot_count, " places for models are taken; destroy one first"}));
  });
}

template <class Body>
std::int32_t with_model(std::int32_t handle, const Body& body) {
  Slot* slot = slot_of(handle);
  if (!slot)
    return fail(RNN_BAD_HANDLE, "no model has this handle; it was never made, or destroyed");
  return guarded([&] { return body(*slot->model); });
}

inline std::string_view text_in() {
  const auto end = std::find(host.text.begin(), host.text.end(), '\0');
  if (end == host.text.end()) rnn::refuse({"the text has no zero byte at its end"});
  return {host.text.data(), static_cast<std::size_t>(end - host.text.begin())};
}

inline std::size_t size_of(std::int32_t value, const char* what) {
  if (value >= 0) return static_cast<std::size_t>(value);
  rnn::refuse({what, " is ", value, ", it cannot be negative"});
}

/// An address as wasm's 32 bits; natively (tests) only its low half, which nobody reads.
inline std::int32_t address(const void* pointer) {
  return static_cast<std::int32_t>(reinterpret_cast<std::uintptr_t>(pointer));
}

}  // namespace boundary
