// Reads an input as calls of the boundary, in any order, with arguments that a host could mean
// and with others.

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include "calls.hpp"
#include "checked_model.hpp"
#include "fuzz_config.hpp"
#include "input.hpp"
#include "memory.hpp"
#include "plausible.hpp"
#include "wasm/api.h"

namespace {

using Effect = Calls::Effect;

class Session {
 public:
  explicit Session(Input input) : in_(input) {}

  void run() {
    for (int count = 0; count < 32 && !in_.empty(); ++count) step();
    calls_.finish();
  }

 private:
  std::int32_t handle() {
    const std::size_t at = in_.byte();
    const auto& handles = calls_.handles();
    return at == 255 || handles.empty() ? in_.number<std::int32_t>() : handles[at % handles.size()];
  }

  void create() {
    write_text(fuzzed_config(in_));
    const std::int32_t model = calls_.make(rnn_create);
    if (model > 0 && in_.below(4) != 0) start_batch(model);
  }

  void start_batch(std::int32_t model) {
    plausible::extent(model, next_);
    plausible::batch(model, next_);
  }

  void set_batch(std::int32_t model) {
    if (model_of(model) && in_.below(8) != 0) return start_batch(model);
    const auto rows = in_.number<std::int32_t>(), steps = in_.number<std::int32_t>();
    calls_.call(model, Effect::changes_nothing, [=] { return rnn_set_batch(model, rows, steps); });
  }

  /// Any tensor; every other time one of integers, as these say where to look.
  std::string tensor_name(std::int32_t model) {
    constexpr std::array<const char*, 8> integers{
        "batch.tokens", "batch.lengths",   "batch.labels", "batch.targets",
        "clamp.where",  "probe.objective", "predictions",  "evaluation.confusion"};
    if (in_.below(2) == 0) return integers[in_.below(integers.size())];
    const std::vector<std::string> names = tensor_names(model);
    return names.empty() ? "" : names[in_.number<std::uint16_t>() % names.size()];
  }

  /// Writes one element or all.
  void write(std::int32_t model) {
    const auto tensor = tensor_of(model, tensor_name(model));
    if (!tensor) return;
    const std::size_t mode = in_.below(4);
    const std::uint32_t bits = mode == 3 ? in_.number<std::uint32_t>() : extreme(*tensor);
    std::size_t left = mode == 0 ? in_.byte() : 0;
    each_element(*tensor, [&](std::byte* address) {
      if (mode == 0 && left-- != 0) return;
      const std::uint32_t value = mode == 1 ? in_.number<std::uint32_t>() : bits;
      std::memcpy(address, &value, sizeof value);
    });
  }

  std::uint32_t extreme(const rnn::NamedTensor& tensor) {
    constexpr std::array<float, 8> reals{NAN, INFINITY, -INFINITY, 3e38F, -3e38F, 1e-42F, 0, 1};
    constexpr auto least = std::numeric_limits<std::int32_t>::min();
    constexpr std::array<std::int32_t, 8> integers{least, ~least, -1, 0, 1, 2, 3, 8};
    const std::size_t which = in_.below(8);
    if (tensor.kind == rnn::NamedTensor::Kind::integers) {
      return static_cast<std::uint32_t>(integers[which]);
    }
    return std::bit_cast<std::uint32_t>(reals[which]);
  }

  void train(std::int32_t model) {
    const double* const report = rnn_report(model);
    const double step = report ? report[RNN_REPORT_STEP] : 0;
    if (calls_.call(model, Effect::may_change, [=] { return rnn_train_step(model); }) < 0) return;
    const double now = rnn_report(model)[RNN_REPORT_STEP];
    require(now == step + 1 || rnn_report(model)[RNN_REPORT_DIVERGED_AT] != 0 || step > 1e15,
            "a step is a step, or the run has diverged");
  }

  void sample(std::int32_t model) {
    constexpr std::array<double, 8> temperatures{1, 0.5, 2, 0, 1e-300, 1e300, NAN, -1};
    const std::size_t tokens = model_of(model) ? model_of(model)->config().vocabulary : 9;
    const auto token = static_cast<std::int32_t>(in_.below(std::min<std::size_t>(tokens + 2, 256)));
    const double temperature = temperatures[in_.below(temperatures.size())];
    const std::int32_t top_k = in_.byte() % 16 - 1;
    const std::int32_t next = calls_.call(model, Effect::changes_nothing, [=] {
      return rnn_sample(model, token - 1, temperature, top_k);
    });
    if (next < 0) return;
    require(static_cast<std::size_t>(next) < tokens, "what is drawn is a token");
  }

  /// A file that was just written loads to the same model; with one bit changed it does not.
  void reload(std::int32_t model) {
    const std::vector<std::byte> state = state_of(model);
    const std::int32_t size =
        calls_.call(model, Effect::changes_nothing, [=] { return rnn_save(model); });
    if (size < 0) return;
    require(size > 0, "a file has bytes");
    const bool damaged = in_.below(2) == 1;
    if (damaged) {
      const std::uint32_t bit = in_.number<std::uint32_t>() % (8 * static_cast<unsigned>(size));
      static_cast<unsigned char*>(rnn_bytes(size))[bit / 8] ^= 1U << (bit % 8);
    }
    const bool plenty = calls_.memory_is_plenty();
    const std::int32_t copy = calls_.make(rnn_load);
    if (copy < 0) {
      require(damaged || !plenty || copy == RNN_OUT_OF_MEMORY, "a saved model can be loaded");
      return;
    }
    require(!damaged && state_of(copy) == state, "a loaded model is the saved one");
  }

  void load_anything() {
    const std::int32_t size = in_.below(4) != 0 ? in_.byte() : in_.number<std::int32_t>();
    const memory::Scarce scarce;
    auto* const block = static_cast<std::uint8_t*>(rnn_bytes(size));
    for (std::int32_t k = 0; block && k < size && !in_.empty(); ++k) block[k] = in_.byte();
    if (block) require(checked(rnn_load()) < 0, "what the sum does not fit is refused");
  }

  /// Text as it comes, perhaps without an end.
  void raw_text(std::int32_t model) {
    const std::string text = in_.text();
    write_text(text);
    if (in_.below(2) == 1) {
      std::memset(rnn_text(), 'v', static_cast<std::size_t>(rnn_text_size()));
    }
    calls_.call(model, Effect::changes_nothing, [=] { return rnn_tensor(model); });
    if (in_.below(2) == 1) calls_.make(rnn_create);
  }

  /// What `rnn_configuration` says makes a model of the same configuration.
  void create_again(std::int32_t model) {
    const auto configuration = [=] { return rnn_configuration(model); };
    if (calls_.call(model, Effect::changes_nothing, configuration) < 0) return;
    const std::string text = rnn_text();
    const std::int32_t again = calls_.make(rnn_create);
    require(again > 0 || again == RNN_OUT_OF_MEMORY, "a configuration in force makes a model");
    if (again < 0) return;
    require(rnn_configuration(again) == RNN_OK && text == rnn_text(), "it is the same");
  }

  void look(std::int32_t model) {
    const bool alive = model_of(model) != nullptr;
    require((rnn_report(model) != nullptr) == alive, "a live model has a report");
    const auto looked = [&](const auto& function) {
      calls_.call(model, Effect::changes_nothing, function);
    };
    looked([=] { return rnn_parameter_count(model); });
    looked([=] { return read_every_tensor(model), alive ? RNN_OK : RNN_BAD_HANDLE; });
  }

  void set_learning_rate(std::int32_t model) {
    constexpr std::array<double, 8> rates{0.1, 1, 1e30, 1e-30, 0, -1, NAN, INFINITY};
    const double rate = rates[in_.below(rates.size())];
    calls_.call(model, Effect::may_change, [=] { return rnn_set_learning_rate(model, rate); });
  }

  void begin_sampling(std::int32_t model) {
    const std::uint8_t seed = in_.byte();
    calls_.call(model, Effect::changes_nothing, [=] { return rnn_begin_sampling(model, seed); });
  }

  void written(std::int32_t model, void (*write)(std::int32_t, const plausible::Next&)) {
    if (model_of(model)) write(model, next_);
  }

  void step() {
    const std::size_t what = in_.below(22);
    if (what == 0) return create();
    if (what == 1) return load_anything();
    if (what == 2) calls_.run_out_after(in_.byte() % 64);
    if (what <= 2) return;
    const std::int32_t model = handle();
    const auto calls = [&](Effect effect, std::int32_t (*function)(std::int32_t)) {
      calls_.call(model, effect, [=] { return function(model); });
    };
    // clang-format off
    switch (what) {
      case 3: return set_batch(model);
      case 4: return write(model);
      case 5: return sample(model);
      case 6: return reload(model);
      case 7: return raw_text(model);
      case 8: return create_again(model);
      case 9: return look(model);
      case 10: return calls(Effect::may_change, rnn_evaluate);
      case 11: return calls(Effect::changes_nothing, rnn_forward);
      case 12: return calls(Effect::changes_nothing, rnn_begin_evaluation);
      case 13: return begin_sampling(model);
      case 14: return set_learning_rate(model);
      case 15: return calls(Effect::may_change, rnn_destroy);
      case 16: return written(model, plausible::objective);
      case 17: return written(model, plausible::clamp);
      default: return train(model);
    }
    // clang-format on
  }

  Input in_;
  Calls calls_;
  const plausible::Next next_ = [this] { return std::uint32_t{in_.byte()}; };
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Session(Input({data, size})).run();
  return 0;
}
