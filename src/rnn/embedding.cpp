#include "embedding.hpp"

#include <algorithm>

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

Embedding::Embedding(const Config& config, Parameters& parameters)
    : weight_(parameters.declare("embedding.weight", config.vocabulary, config.embedding)),
      rows_(std::min(config.vocabulary, config.max_batch * config.max_length)),
      noted_(config.vocabulary) {}

void Embedding::forward(const Pass& pass, const View<2>& x) const {
  const View<2> weight = pass.parameters.value(weight_);
  const Units table(weight), out(x);
  for (const std::int32_t row : pass.batch.all_rows()) {
    const auto token = static_cast<std::size_t>(pass.batch.tokens()[row]);
    for_each_pair(static_cast<std::size_t>(row), token, weight.shape()[1],
                  [&](auto at, auto entry) { out[at] = table[entry]; });
  }
}

void Embedding::backward(const Pass& pass, const View<2>& dx) {
  const View<2> dweight = pass.parameters.gradient(weight_);
  const Units table(dweight), in(dx);
  for (const std::int32_t row : pass.batch.all_rows()) {
    const std::int32_t token = pass.batch.tokens()[row];
    note(token);
    for_each_pair(static_cast<std::size_t>(row), static_cast<std::size_t>(token),
                  dweight.shape()[1], [&](auto at, auto entry) { table[entry] += in[at]; });
  }
}

void Embedding::note(std::int32_t token) {
  if (noted_[static_cast<std::size_t>(token)]) return;
  noted_[static_cast<std::size_t>(token)] = true;
  rows_[row_count_++] = token;
}

void Embedding::clear_gradient(Parameters& parameters) {
  View<2> dweight = parameters.gradient(weight_);
  const std::size_t width = dweight.shape()[1];
  for (const std::int32_t token : rows()) {
    noted_[static_cast<std::size_t>(token)] = false;
    std::fill_n(&dweight(token, 0), width, real(0));
  }
  row_count_ = 0;
}

}  // namespace rnn
