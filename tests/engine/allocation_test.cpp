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

TEST_CASE("no batch, step, evaluation, probe or drawn token allocates") {
  for_every_config({2}, [](rnn::Config config) {
    config.dropout_embedding = config.dropout_output = 0.2;
    config.carry = config.cell != rnn::Cell::bag && !config.has_reverse();
    rnn::Model model(config);
    const bool draws = config.head == rnn::HeadKind::next && !config.has_reverse();
    if (draws) model.begin_sampling(1);
    set_batch(model, small_sequences());
    REQUIRE(allocations > 0);
    const std::size_t before = allocations;
    for (int step = 0; step < 70; ++step) {  // past the first copy of good weights
      model.train_step();
      model.evaluate();
      if (draws) model.sample(1, 0.5, 2);
    }
    model.begin_evaluation();
    model.set_learning_rate(0.5);
    model.set_batch(2, 4);
    const std::size_t after = allocations;
    CHECK(after == before);
  });
}
