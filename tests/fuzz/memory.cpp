#include "memory.hpp"

#include <cstdlib>
#include <new>

namespace {

bool scarce = false;
int left = -1;  // blocks until the refused one

bool is_refused(std::size_t size) {
  return scarce && (size > memory::largest || left-- == 0);
}

void* taken(std::size_t size) {
  if (is_refused(size)) return nullptr;
  return std::malloc(size == 0 ? 1 : size);
}

void* taken_or_thrown(std::size_t size) {
  if (void* block = taken(size)) return block;
  throw std::bad_alloc();
}

}  // namespace

namespace memory {

Scarce::Scarce(int before) {
  scarce = true;
  left = before;
}
Scarce::~Scarce() {
  scarce = false;
}

}  // namespace memory

/// What is freed is watched for a while; a quarter of a gigabyte of it is too much here.
extern "C" const char* __asan_default_options() {
  return "quarantine_size_mb=32";
}

void* operator new(std::size_t size) {
  return taken_or_thrown(size);
}
void* operator new[](std::size_t size) {
  return taken_or_thrown(size);
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return taken(size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return taken(size);
}
void operator delete(void* block) noexcept {
  std::free(block);
}
void operator delete[](void* block) noexcept {
  std::free(block);
}
void operator delete(void* block, std::size_t) noexcept {
  std::free(block);
}
void operator delete[](void* block, std::size_t) noexcept {
  std::free(block);
}
