// The boundary, as a host that makes mistakes would use it.

#include "wasm/api.h"

#include <catch2/catch.hpp>
#include <cstring>
#include <limits>
#include <string>

using Catch::Contains;

namespace {

const std::string good =
    "vocabulary 7\nembedding 3\nhidden 5\nclasses 2\nmax_batch 3\nmax_length 5\n"
    "cell gru\ndirection both\nseed 4294967295\nlearning_rate 0.003\nclip_norm 1\n";

void write(const std::string& text) {
  std::memcpy(rnn_text(), text.c_str(), text.size() + 1);
}

std::int32_t create(const std::string& text) {
  write(text);
  return rnn_create();
}

/// The model's file; the lent block is free again.
std::string file_of(std::int32_t model) {
  const std::int32_t size = rnn_save(model);
  REQUIRE(size > 0);
  const std::string file(static_cast<const char*>(rnn_bytes(size)), static_cast<std::size_t>(size));
  rnn_bytes(0);
  return file;
}

std::int32_t load(const std::string& file) {
  void* const block = rnn_bytes(static_cast<std::int32_t>(file.size()));
  if (block) std::memcpy(block, file.data(), file.size());
  const std::int32_t status = rnn_load();
  rnn_bytes(0);
  return status;
}

}  // namespace

TEST_CASE("a model is made, described and destroyed") {
  const std::int32_t model = create(good);
  REQUIRE(model > 0);
  // 7·3 + 2 · (15·3 + 15·5 + 2·15) + 2·10 + 2
  CHECK(rnn_parameter_count(model) == 343);
  CHECK_THAT(rnn_tensor_names(model), Contains("gradient.rnn.weight_hh_l0_reverse\n"));
  write("rnn.weight_hh_l0_reverse");
  REQUIRE(rnn_tensor(model) == RNN_OK);
  const std::int32_t* tensor = rnn_tensor_descriptor();
  CHECK(tensor[RNN_TENSOR_KIND] == 0);
  CHECK(tensor[RNN_TENSOR_RANK] == 2);
  CHECK(tensor[RNN_TENSOR_SHAPE] == 15);
  CHECK(tensor[RNN_TENSOR_SHAPE + 1] == 5);
  CHECK(tensor[RNN_TENSOR_STRIDES] == 5);
  CHECK(rnn_destroy(model) == RNN_OK);
}

TEST_CASE("bad handles are refused everywhere, also after their place serves again") {
  const std::int32_t model = create(good);
  REQUIRE(rnn_destroy(model) == RNN_OK);
  const std::int32_t successor = create(good);
  REQUIRE(successor > 0);
  REQUIRE(successor != model);
  for (const std::int32_t handle : {model, 0, -1, 64, 2147483647}) {
    CAPTURE(handle);
    CHECK(rnn_destroy(handle) == RNN_BAD_HANDLE);
    CHECK(rnn_set_batch(handle, 1, 1) == RNN_BAD_HANDLE);
    CHECK(rnn_forward(handle) == RNN_BAD_HANDLE);
    CHECK(rnn_evaluate(handle) == RNN_BAD_HANDLE);
    CHECK(rnn_train_step(handle) == RNN_BAD_HANDLE);
    CHECK(rnn_set_learning_rate(handle, 0.1) == RNN_BAD_HANDLE);
    CHECK(rnn_report(handle) == nullptr);
    CHECK(rnn_parameter_count(handle) == RNN_BAD_HANDLE);
    CHECK(rnn_tensor_names(handle) == nullptr);
    CHECK(rnn_tensor(handle) == RNN_BAD_HANDLE);
    CHECK(rnn_configuration(handle) == RNN_BAD_HANDLE);
    CHECK(rnn_begin_evaluation(handle) == RNN_BAD_HANDLE);
    CHECK(rnn_save(handle) == RNN_BAD_HANDLE);
    CHECK(rnn_begin_sampling(handle, 1) == RNN_BAD_HANDLE);
    CHECK(rnn_sample(handle, 0, 1, 0) == RNN_BAD_HANDLE);
  }
  CHECK_THAT(rnn_error(), Contains("handle"));
  CHECK(rnn_destroy(successor) == RNN_OK);
}

TEST_CASE("a configuration that does not read is refused with its fault") {
  const auto refused = [](const std::string& text, const std::string& fault) {
    CHECK(create(text) == RNN_BAD_ARGUMENT);
    CHECK_THAT(rnn_error(), Contains(fault));
  };
  refused(good + "hiden 5\n", "no key \"hiden\"");
  refused(good + "hidden 6\n", "\"hidden\" is given twice");
  refused(good + "forget_bias\n", "forget_bias is \"\"");
  refused("cell lsmt\n", "rnn, lstm or gru");
  refused("direction up\n", "forward, backward or both");
  refused("vocabulary -3\n", "vocabulary is \"-3\"");
  refused("vocabulary 4294967296\n", "within 32 bits");
  refused("vocabulary 7x\n", "7x");
  refused("carry yes\n", "carry is \"yes\", it must be 0 or 1");
  refused("learning_rate fast\n", "a decimal number");
  refused("", "vocabulary is 0");
}

TEST_CASE("a model too large for memory is refused, and the next one is made") {
  CHECK(create("vocabulary 16777216\nembedding 4096\nhidden 4096\nclasses 2\nmax_batch 1\n"
               "max_length 1\n") == RNN_OUT_OF_MEMORY);
  const std::int32_t model = create(good);
  CHECK(model > 0);
  rnn_destroy(model);
}

TEST_CASE("text without an end is refused, where a configuration or a name is wanted") {
  const std::int32_t model = create(good);
  const auto size = static_cast<std::size_t>(rnn_text_size());
  std::memset(rnn_text(), 'x', size);
  CHECK(rnn_create() == RNN_BAD_ARGUMENT);
  CHECK(rnn_tensor(model) == RNN_BAD_ARGUMENT);
  CHECK_THAT(rnn_error(), Contains("no zero byte"));
  rnn_text()[size - 1] = '\0';
  CHECK(rnn_tensor(model) == RNN_BAD_ARGUMENT);
  CHECK(std::strlen(rnn_error()) == 511);  // what is wrong, as far as there is room
  rnn_destroy(model);
}

TEST_CASE("a configuration comes back whole, and makes the same model again") {
  for (const char* const more : {"", "optimizer sgd\nmomentum 0.1\ntruncate 3\n",
                                 "dropout_output 0.3\nrecurrent_init orthogonal\n"}) {
    const std::int32_t model = create(good + more);
    REQUIRE(rnn_configuration(model) == RNN_OK);
    const std::string text = rnn_text();
    CHECK_THAT(text, Contains("seed 4294967295\n") && Contains("head last\n"));
    const std::int32_t again = create(text);
    CHECK(file_of(again) == file_of(model));
    CHECK(rnn_destroy(model) == RNN_OK);
    CHECK(rnn_destroy(again) == RNN_OK);
  }
}

TEST_CASE("a place for one model more than there is is refused until one is free") {
  std::vector<std::int32_t> models;
  std::int32_t model = 0;
  while ((model = create(good)) > 0) models.push_back(model);
  CHECK(model == RNN_OUT_OF_MEMORY);
  CHECK(models.size() == 63);
  rnn_destroy(models.back());
  models.back() = create(good);
  CHECK(models.back() > 0);
  for (const std::int32_t made : models) CHECK(rnn_destroy(made) == RNN_OK);
}

TEST_CASE("a batch whose sizes are none is refused by name, and none is in force") {
  const std::int32_t model = create(good);
  constexpr std::int32_t least = std::numeric_limits<std::int32_t>::min();
  constexpr std::int32_t most = std::numeric_limits<std::int32_t>::max();
  const std::pair<std::int32_t, std::int32_t> extents[] = {
      {-1, 5},    {least, 5}, {0, 5}, {4, 5},    {most, 5},     {3, -1},
      {3, least}, {3, 0},     {3, 6}, {3, most}, {65536, 65536}};
  for (const auto& [batch, length] : extents) {
    CAPTURE(batch, length);
    CHECK(rnn_set_batch(model, batch, length) == RNN_BAD_ARGUMENT);
  }
  CHECK(rnn_set_batch(model, -1, 5) == RNN_BAD_ARGUMENT);
  CHECK_THAT(rnn_error(), Contains("batch is -1"));
  for (const auto run : {rnn_train_step, rnn_evaluate, rnn_forward}) {
    CHECK(run(model) == RNN_BAD_ARGUMENT);
    CHECK_THAT(rnn_error(), Contains("empty"));
  }
  CHECK(rnn_set_learning_rate(model, 0) == RNN_BAD_ARGUMENT);
  CHECK(rnn_set_learning_rate(model, std::numeric_limits<double>::quiet_NaN()) == RNN_BAD_ARGUMENT);
  CHECK(rnn_begin_sampling(model, 1) == RNN_BAD_ARGUMENT);
  CHECK(rnn_sample(model, 0, 1, -1) == RNN_BAD_ARGUMENT);
  CHECK_THAT(rnn_error(), Contains("top_k is -1"));
  rnn_destroy(model);
}

TEST_CASE("the lent block keeps its content while its size stays") {
  CHECK(rnn_bytes(0) == nullptr);
  CHECK(rnn_bytes(-1) == nullptr);
  CHECK_THAT(rnn_error(), Contains("the number of bytes is -1"));
  auto* block = static_cast<char*>(rnn_bytes(100));
  REQUIRE(block);
  block[99] = 'x';
  CHECK(rnn_bytes(100) == block);
  CHECK(block[99] == 'x');
  CHECK(rnn_bytes(0) == nullptr);
  CHECK(rnn_load() == RNN_BAD_ARGUMENT);
  CHECK_THAT(rnn_error(), Contains("0 bytes"));
}

TEST_CASE("a model that was saved is another model once it is loaded") {
  const std::int32_t model = create(good);
  const std::string file = file_of(model);
  const std::int32_t copy = load(file);
  REQUIRE(copy > 0);
  CHECK(copy != model);
  CHECK(rnn_destroy(model) == RNN_OK);
  CHECK(file_of(copy) == file);
  CHECK(rnn_destroy(copy) == RNN_OK);
  CHECK(rnn_destroy(copy) == RNN_BAD_HANDLE);
}

TEST_CASE("a refused file takes no place and leaves every model as it was") {
  const std::int32_t model = create(good);
  const std::string file = file_of(model);
  std::string damaged = file;
  damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 16);
  for (const std::string& bytes : {file.substr(0, 500), file + "x", damaged, std::string("{}")}) {
    for (int k = 0; k < 70; ++k) CHECK(load(bytes) == RNN_BAD_ARGUMENT);  // more than places
    CHECK(file_of(model) == file);
  }
  const std::int32_t copy = load(file);
  CHECK(copy > 0);
  rnn_destroy(copy);
  rnn_destroy(model);
}
