#include "embedding.hpp"

#include "lanes.hpp"

namespace rnn {

namespace {

/// `row_a` and `row_b` are rows of two matrices that an elementwise formula walks together.
template <class Formula>
void for_each_pair(std::size_t row_a, std::size_t row_b, std::size_t units,
                   const Formula& formula) {
  for_each(units, [&](auto at) {
    auto a = at;
    auto b = at;
    a.row = row_a;
    b.row = row_b;
    formula(a, b);
  });
}

}  // namespace

void Embedding::forward(const Batch& batch, Parameters& parameters, const View<2>& x) const {
  const View<2> weight = parameters.value(weight_);
  const Units table(weight), out(x);
  for (const std::int32_t row : batch.all_rows()) {
    const auto token = static_cast<std::size_t>(batch.tokens()[row]);
    for_each_pair(static_cast<std::size_t>(row), token, weight.shape()[1],
                  [&](auto at, auto entry) { out[at] = table[entry]; });
  }
}

void Embedding::backward(const Batch& batch, Parameters& parameters, const View<2>& dx) const {
  const View<2> dweight = parameters.gradient(weight_);
  const Units table(dweight), in(dx);
  for (const std::int32_t row : batch.all_rows()) {
    const auto token = static_cast<std::size_t>(batch.tokens()[row]);
    for_each_pair(static_cast<std::size_t>(row), token, dweight.shape()[1],
                  [&](auto at, auto entry) { table[entry] += in[at]; });
  }
}

}  // namespace rnn
