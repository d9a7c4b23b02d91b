#include "calls.hpp"

#include "checked_model.hpp"
#include "memory.hpp"
#include "wasm/host.hpp"

std::int32_t Calls::result_of(const Call& function) {
  const memory::Scarce scarce(blocks_left_);
  blocks_left_ = -1;
  return function();
}

std::int32_t Calls::call(std::int32_t handle, Effect effect, const Call& function) {
  const std::vector<std::byte> before = state_of(handle);
  const bool alive = model_of(handle) != nullptr;
  const std::int32_t result = checked(result_of(function));
  require(alive || result == RNN_BAD_HANDLE, "a dead handle is refused");
  if (result < 0 || effect == Effect::changes_nothing) {
    require(state_of(handle) == before, "what fails, or only looks, changes nothing");
  }
  return result;
}

std::int32_t Calls::make(const Call& function) {
  const std::int32_t handle = checked(result_of(function));
  require(handle != 0, "a handle is above 0");
  if (handle > 0) handles_.push_back(handle);
  return handle;
}

void Calls::finish() {
  for (const std::int32_t handle : handles_) {
    if (model_of(handle)) require(rnn_destroy(handle) == RNN_OK, "a live model can be destroyed");
    require(rnn_destroy(handle) == RNN_BAD_HANDLE, "a model is destroyed once");
  }
  rnn_bytes(0);
  for (const auto& slot : boundary::host.slots) require(!slot.model, "every model has a handle");
}
