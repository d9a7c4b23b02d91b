// The summary s of a row of `length` steps, from the top layer's output h_t at each.
//
//   last   s = h_{length−1} of the forward part, h_0 of the backward part, side by side
//   mean   s = 1/length Σ_t h_t

#include "summary.hpp"

#include <algorithm>

#include "lanes.hpp"

namespace rnn {

Summary::Summary(const Config& config)
    : kind_(config.head),
      forward_(config.has_forward()),
      reverse_(config.has_reverse()),
      hidden_(config.hidden),
      features_(config.output()),
      dropout_("dropout.output", config.dropout_output, config.seed) {}

void Summary::lay_out(Arena& tape, const Config& config) {
  const std::uint64_t rows = config.max_batch;
  const std::uint64_t places = config.every_step() ? rows * config.max_length : rows;
  dropout_.lay_out(tape, places, features_);
  if (config.every_step()) return;
  summary_ = tape.take(rows * features_);
  dsummary_ = tape.take(rows * features_);
}

void Summary::list(Directory& directory) const {
  dropout_.list(directory, !summary_);
  if (!summary_) return;
  directory.add_rows("summary", summary_, features_);
  directory.add_rows("gradient.summary", dsummary_, features_);
}

View<2> Summary::forward(const Pass& pass, const View<2>& output) {
  const Batch& batch = pass.batch;
  if (!summary_) {
    dropout_.forward(pass, batch.places(), output);
    return output;
  }
  const View<2> summary = matrix(summary_, batch.rows(), features_);
  for (std::size_t b = 0; b < batch.rows(); ++b) {
    const std::size_t length = batch.length(b);
    real* s = summary_ + b * features_;
    const auto at = [&](std::size_t t) {
      return output.data() + (t * batch.rows() + b) * features_;
    };
    if (kind_ == HeadKind::last) {
      if (forward_) s = std::copy_n(at(length - 1), hidden_, s);
      if (reverse_) std::copy_n(at(0) + (features_ - hidden_), hidden_, s);
      continue;
    }
    std::fill_n(s, features_, real(0));
    for (std::size_t t = 0; t < length; ++t) {
      for (std::size_t k = 0; k < features_; ++k) s[k] += at(t)[k];
    }
    for (std::size_t k = 0; k < features_; ++k) s[k] = s[k] / static_cast<real>(length);
  }
  dropout_.forward(pass, batch.places(), summary);
  return summary;
}

View<2> Summary::value(const Batch& batch, const View<2>& output) const {
  return summary_ ? matrix(summary_, batch.rows(), features_) : output;
}

View<2> Summary::gradient(const Batch& batch, const View<2>& doutput) {
  if (!summary_) return doutput;
  std::fill_n(dsummary_, batch.rows() * features_, real(0));
  return matrix(dsummary_, batch.rows(), features_);
}

void Summary::backward(const Pass& pass, View<2> doutput) {
  const Batch& batch = pass.batch;
  if (!summary_) {
    dropout_.backward(pass, batch.places(), doutput);
    return;
  }
  dropout_.backward(pass, batch.places(), matrix(dsummary_, batch.rows(), features_));
  for (std::size_t b = 0; b < batch.rows(); ++b) {
    const std::size_t length = batch.length(b);
    const real* ds = dsummary_ + b * features_;
    const auto at = [&](std::size_t t) {
      return doutput.data() + (t * batch.rows() + b) * features_;
    };
    if (kind_ == HeadKind::last) {
      if (forward_) std::copy_n(ds, hidden_, at(length - 1));
      const std::size_t k = features_ - hidden_;
      if (reverse_) std::copy_n(ds + k, hidden_, at(0) + k);
      continue;
    }
    for (std::size_t t = 0; t < length; ++t) {
      for (std::size_t k = 0; k < features_; ++k) at(t)[k] = ds[k] / static_cast<real>(length);
    }
  }
}

}  // namespace rnn
