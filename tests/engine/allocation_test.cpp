// Nothing allocates while training: counted by the program's own operator new.

#include <catch2/catch.hpp>
#include <cstdlib>
#include <new>

#include "test_model.hpp"

namespace {
std::size_t allocations = 0;

void* counted(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
}  // namespace

void* operator new(std::size_t size) {
  return counted(size);
}
void* operator new[](std::size_t size) {
  return counted(size);
}
// All of a kind must be ours: a sanitizer's own would not match our delete.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete[](void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
  std::free(memory);
}

TEST_CASE("no batch, step or evaluation allocates") {
  for (const rnn::Cell cell : every_cell) {
    rnn::Model model(small_config(cell, rnn::Direction::both, 2));
    set_batch(model, small_sequences());
    REQUIRE(allocations > 0);
    const std::size_t before = allocations;
    for (int step = 0; step < 70; ++step) {  // past the first copy of good weights
      model.train_step();
      model.evaluate();
    }
    model.set_learning_rate(0.5);
    model.set_batch(2, 4);
    const std::size_t after = allocations;
    CHECK(after == before);
  }
}
