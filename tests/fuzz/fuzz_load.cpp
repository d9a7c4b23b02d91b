// Loads an input as a model file. The mutator knows the format, so that most inputs get past
// the sum: then the configuration is read, the model made, the state believed.

#include <array>
#include <cstring>
#include <random>

#include "checked_model.hpp"
#include "forged_file.hpp"
#include "fuzz_config.hpp"
#include "input.hpp"
#include "memory.hpp"
#include "plausible.hpp"
#include "wasm/api.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

using Random = std::minstd_rand;

/// A model that is there before, during and after: no file may touch it.
class Bystander {
 public:
  Bystander() {
    write_text(
        "cell rnn\nvocabulary 2\nembedding 1\nhidden 1\nclasses 2\nmax_batch 1\nmax_length 1\n");
    model_ = rnn_create();
    state_ = state_of(model_);
  }
  void check() const { require(state_of(model_) == state_, "no file touches another model"); }

 private:
  std::int32_t model_;
  std::vector<std::byte> state_;
};

std::int32_t load(std::span<const std::uint8_t> bytes) {
  void* const block = rnn_bytes(static_cast<std::int32_t>(bytes.size()));
  if (block) std::memcpy(block, bytes.data(), bytes.size());
  const memory::Scarce scarce;
  return checked(rnn_load());
}

/// A model from a file is a model like others: it can be saved, run and read.
void use(std::int32_t model, std::uint32_t seed) {
  const std::vector<std::byte> state = state_of(model);
  require(checked(rnn_configuration(model)) == RNN_OK, "a loaded model has a configuration");
  require(checked(rnn_save(model)) > 0, "a loaded model can be saved");
  const std::int32_t copy = checked(rnn_load());
  require(copy > 0 && state_of(copy) == state, "what was loaded and saved is the same");
  rnn_destroy(copy);

  Random random(seed);
  const auto next = [&] { return static_cast<std::uint32_t>(random()); };
  plausible::extent(model, next);
  plausible::batch(model, next);
  plausible::objective(model, next);
  // Its clamps and weights may be nonsense; then these say so.
  for (const auto run :
       {rnn_forward, rnn_train_step, rnn_begin_evaluation, rnn_evaluate, rnn_train_step}) {
    checked(run(model));
  }
  require(rnn_report(model) != nullptr, "a loaded model has a report");
  if (checked(rnn_begin_sampling(model, seed)) == RNN_OK) {
    for (int k = 0; k < 3; ++k) checked(rnn_sample(model, 0, 1, 2));
  }
  read_every_tensor(model);
}

std::vector<std::uint8_t> drawn(Random& random, std::size_t count) {
  std::vector<std::uint8_t> bytes(count);
  for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(random() >> 8);
  return bytes;
}

std::string drawn_config(Random& random) {
  const std::vector<std::uint8_t> bytes = drawn(random, 40);
  Input input(bytes);
  return fuzzed_config(input);
}

template <class Text>
void mutate(Text& text, std::size_t more) {
  std::vector<std::uint8_t> bytes(text.begin(), text.end());
  const std::size_t size = bytes.size();
  bytes.resize(size + more);
  if (bytes.empty()) return;
  bytes.resize(LLVMFuzzerMutate(bytes.data(), size, bytes.size()));
  text.assign(bytes.begin(), bytes.end());
}

/// A number that some field may not expect, anywhere in the state.
void put_extreme(std::vector<std::uint8_t>& state, Random& random) {
  if (state.size() < 8) return;
  constexpr std::array<std::uint64_t, 8> values{
      0, 1, ~0ULL, 0x7ff8000000000000, 0x7fc00000, 0xff800000, 0x7fffffff, 0x7f7fffff7f7fffff};
  const std::uint64_t value = values[random() % values.size()];
  const std::size_t width = random() % 2 == 0 ? 4 : 8;
  const std::size_t at = random() % (state.size() / 4 - 1) * 4;
  std::memcpy(state.data() + at, &value, width);
}

void change(ForgedFile& file, Random& random) {
  switch (random() % 6) {
    case 0:
      mutate(file.config, 32);
      break;
    case 1:
      file.config = drawn_config(random);
      break;
    case 2:
      mutate(file.state, 64);
      return;  // of what size it comes
    case 3:
      mutate(file.state, 0);
      break;
    default:
      put_extreme(file.state, random);
  }
  file.fit_state();
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  Random random(seed);
  if (random() % 16 == 0) {  // anything
    size = LLVMFuzzerMutate(data, size, most);
    if (random() % 2 == 0) seal({data, size});
    return size;
  }
  auto file = ForgedFile::parsed({data, size});
  if (!file || random() % 32 == 0) {
    auto fresh = ForgedFile::saved(drawn_config(random), static_cast<unsigned>(random() % 3));
    if (fresh) file = std::move(fresh);
  }
  if (!file) return LLVMFuzzerMutate(data, size, most);
  change(*file, random);
  const std::vector<std::uint8_t> bytes = file->bytes();
  if (bytes.size() > most) return LLVMFuzzerMutate(data, size, most);
  std::copy(bytes.begin(), bytes.end(), data);
  return bytes.size();
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Bystander bystander;
  const std::int32_t model = load({data, size});
  if (model > 0) {
    use(model, static_cast<std::uint32_t>(size) + 1);
    require(rnn_destroy(model) == RNN_OK, "a loaded model can be destroyed");
  }
  bystander.check();
  rnn_bytes(0);
  return 0;
}
