// Memory is where it was: after many steps, after models that came and went, after failures.

#include <malloc.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>
#include <limits>
#include <string>

#include "test_model.hpp"
#include "wasm/api.h"

#ifdef __SANITIZE_ADDRESS__
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();  // GCC brings no header for it
#endif

namespace {

/// Bytes that the program has asked for and not given back.
std::size_t bytes_in_use() {
#if defined(__SANITIZE_ADDRESS__)
  return __sanitizer_get_current_allocated_bytes();
#elif defined(__EMSCRIPTEN__)
  return static_cast<std::size_t>(mallinfo().uordblks);
#else
  const auto info = mallinfo2();
  return info.uordblks + info.hblkhd;
#endif
}

/// What `times` rounds of `round` leave behind: the least of three such stretches, as a leak
/// shows in each of them, and what a C library keeps ready for the next who asks in one at
/// most. A round says whether it went as it should.
template <class Round>
std::int64_t left_behind(int times, const Round& round) {
  bool good = round();
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  for (int stretch = 0; stretch < 3; ++stretch) {
    const auto before = static_cast<std::int64_t>(bytes_in_use());
    for (int k = 0; k < times; ++k) good = round() && good;
    least = std::min(least, static_cast<std::int64_t>(bytes_in_use()) - before);
  }
  REQUIRE(good);
  return least;
}

std::int32_t create(const char* text) {
  std::strcpy(rnn_text(), text);
  return rnn_create();
}

const char* const writer =
    "vocabulary 50\nembedding 8\nhidden 16\nmax_batch 8\nmax_length 20\ncell lstm\nhead next\n"
    "carry 1\ndropout_embedding 0.1\nsparse_embedding 1\nlayers 2\n";

}  // namespace

TEST_CASE("10,000 steps leave memory where it was") {
  rnn::Config config =
      with_head(small_config(rnn::Cell::gru, rnn::Direction::forward), rnn::HeadKind::next);
  config.carry = true;
  rnn::Model model(config);
  model.begin_sampling(1);
  std::size_t step = 0;
  const auto round = [&] {
    ++step;
    const std::size_t rows = 1 + step % 3;
    model.set_batch(rows, 1 + step % 5);
    std::fill_n(static_cast<std::int32_t*>(model.tensor("batch.lengths").data), rows, 1);
    model.evaluate();
    model.sample(1, 1, 3);
    if (step % 100 == 0) model.set_learning_rate(0.001);
    return model.train_step().step == step;
  };
  CHECK(left_behind(10'000, round) <= 0);
}

TEST_CASE("200 models that come and go leave memory where it was") {
  const auto round = [] {
    const std::int32_t model = create(writer);
    return rnn_set_batch(model, 8, 20) == RNN_OK && rnn_begin_sampling(model, 1) == RNN_OK &&
           rnn_destroy(model) == RNN_OK;
  };
  CHECK(left_behind(200, round) <= 0);
}

TEST_CASE("200 models that cannot be made leave memory where it was") {
  const std::string few = "vocabulary 7\nembedding 3\nhidden 5\n";
  const std::string refused[] = {
      "vocabulary 7\nhiden 3\n",
      few + "classes 1\nmax_batch 3\nmax_length 5\n",
      // Weights that no address reaches; then weights that fit and a tape that does not.
      "vocabulary 16777216\nembedding 4096\nhidden 5\nclasses 3\nmax_batch 1\nmax_length 1\n",
      few + "classes 16384\nmax_batch 128\nmax_length 256\nhead each\n",
  };
  for (const std::string& text : refused) {
    CAPTURE(text);
    CHECK(left_behind(200, [&] { return create(text.c_str()) < 0; }) <= 0);
  }
}

TEST_CASE("200 files written and read, or refused, leave memory where it was") {
  const std::int32_t model = create(writer);
  REQUIRE(model > 0);
  const auto save_and_load = [&] {
    return rnn_save(model) > 0 && rnn_destroy(rnn_load()) == RNN_OK;
  };
  CHECK(left_behind(200, save_and_load) <= 0);
  const std::int32_t size = rnn_save(model);
  static_cast<char*>(rnn_bytes(size))[size / 2] ^= 1;
  CHECK(left_behind(200, [] { return rnn_load() == RNN_BAD_ARGUMENT; }) <= 0);
  CHECK(left_behind(200, [] { return rnn_bytes(1000) && !rnn_bytes(0); }) <= 0);
  rnn_destroy(model);
}

TEST_CASE("a lent block of size 0 is memory given back") {
  const std::size_t before = bytes_in_use();
  REQUIRE(rnn_bytes(1'000'000));
  REQUIRE(bytes_in_use() >= before + 1'000'000);
  REQUIRE(!rnn_bytes(0));
  CHECK(bytes_in_use() < before + 10'000);
}
