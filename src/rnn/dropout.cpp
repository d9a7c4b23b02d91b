#include "dropout.hpp"

#include <utility>

#include "lanes.hpp"
#include "random.hpp"

namespace rnn {

Dropout::Dropout(std::string name, double rate, std::uint32_t seed)
    : name_(std::move(name)), rate_(rate), seed_(seed) {}

void Dropout::lay_out(Arena& tape, std::uint64_t rows, std::size_t width) {
  width_ = width;
  mask_ = rate_ > 0 ? tape.take(rows * width) : nullptr;
}

void Dropout::list(Directory& directory, bool every_step) const {
  if (!mask_) return;
  if (every_step) directory.add_steps(name_, mask_, width_, width_);
  if (!every_step) directory.add_rows(name_, mask_, width_);
}

void Dropout::forward(const Pass& pass, Rows rows, const View<2>& x) {
  if (!is_on(pass)) return;
  Random random(seed_, name_, pass.step);
  const real kept = static_cast<real>(1 / (1 - rate_));
  for (const std::int32_t row : rows) {
    real* mask = mask_ + static_cast<std::size_t>(row) * width_;
    for (std::size_t k = 0; k < width_; ++k) mask[k] = random.uniform() < rate_ ? 0 : kept;
  }
  multiply(rows, x);
}

void Dropout::backward(const Pass& pass, Rows rows, const View<2>& dx) const {
  if (is_on(pass)) multiply(rows, dx);
}

void Dropout::multiply(Rows rows, const View<2>& x) const {
  const Units value(x), mask(mask_, width_);
  for_each_unit(rows, width_, [&](auto at) { value[at] = value[at] * mask[at]; });
}

}  // namespace rnn
