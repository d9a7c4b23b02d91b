#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

/// The calls of one input, and what must hold of each: no failure changes anything, a dead
/// handle stays dead, a model is destroyed once. Memory can be made to run out in a call.
class Calls {
 public:
  enum class Effect { may_change, changes_nothing };
  using Call = std::function<std::int32_t()>;

  /// Calls a function of `handle`; its result.
  std::int32_t call(std::int32_t handle, Effect effect, const Call& function);

  /// Calls what makes a model; its handle, or a status.
  std::int32_t make(const Call& function);

  /// Destroys what is left, each once, and finds nothing behind.
  void finish();

  /// In the next call, memory is out after so many blocks.
  void run_out_after(int blocks) { blocks_left_ = blocks; }
  bool memory_is_plenty() const { return blocks_left_ < 0; }

  /// Of every model made so far, dead ones too.
  const std::vector<std::int32_t>& handles() const { return handles_; }

 private:
  std::int32_t result_of(const Call& function);

  std::vector<std::int32_t> handles_;
  int blocks_left_ = -1;
};
