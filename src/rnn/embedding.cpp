#include "embedding.hpp"

#include <algorithm>

#include "kernels.hpp"

namespace rnn {

Embedding::Embedding(const Config& config, Parameters& parameters)
    : weight_(parameters.declare("embedding.weight", config.vocabulary, config.embedding)),
      rows_(std::min(config.vocabulary, config.max_batch * config.max_length)),
      noted_(config.vocabulary) {}

void Embedding::forward(const Pass& pass, View<2> x) const {
  const View<2> weight = pass.parameters.value(weight_);
  for (const std::int32_t row : pass.batch.all_rows()) {
    std::copy_n(&weight(pass.batch.tokens()[row], 0), weight.shape()[1], &x(row, 0));
  }
}

void Embedding::backward(const Pass& pass, const View<2>& dx) {
  View<2> dweight = pass.parameters.gradient(weight_);
  for (const std::int32_t row : pass.batch.all_rows()) {
    const std::int32_t token = pass.batch.tokens()[row];
    note(token);
    add(&dweight(token, 0), &dx(row, 0), dweight.shape()[1]);
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
