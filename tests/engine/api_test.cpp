// The boundary, as a host that makes mistakes would use it.

#include "wasm/api.h"

#include <catch2/catch.hpp>
#include <cstring>
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

TEST_CASE("text without an end is refused") {
  std::memset(rnn_text(), 'x', static_cast<std::size_t>(rnn_text_size()));
  CHECK(rnn_create() == RNN_BAD_ARGUMENT);
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

TEST_CASE("sizes below zero are refused by name") {
  const std::int32_t model = create(good);
  CHECK(rnn_set_batch(model, -1, 5) == RNN_BAD_ARGUMENT);
  CHECK_THAT(rnn_error(), Contains("batch is -1"));
  CHECK(rnn_train_step(model) == RNN_BAD_ARGUMENT);
  CHECK_THAT(rnn_error(), Contains("empty"));
  rnn_destroy(model);
}
