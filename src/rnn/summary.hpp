#pragma once

#include "dropout.hpp"

namespace rnn {

/// What the head reads: of each row its last state(s) or the mean over its steps, or the
/// output of every step as it is. While training, with dropout on it.
class Summary {
 public:
  explicit Summary(const Config& config);

  void lay_out(Arena& tape, const Config& config);
  void list(Directory& directory) const;

  /// From the top layer's output (steps · batch, features) to one row for each of the batch's
  /// places. Where the head answers at every step, that is `output` itself.
  View<2> forward(const Pass& pass, const View<2>& output);
  /// The same again, without computing it.
  View<2> value(const Batch& batch, const View<2>& output) const;

  /// ∂L/∂ of what forward gave, for the head to fill: all zero at first.
  View<2> gradient(const Batch& batch, const View<2>& doutput);

  /// Adds to doutput, which is zero where the head does not answer at every step.
  void backward(const Pass& pass, View<2> doutput);

 private:
  HeadKind kind_;
  bool forward_, reverse_;
  std::size_t hidden_, features_;
  Dropout dropout_;
  real* summary_ = nullptr;   ///< (B, features), heads that answer once a row only
  real* dsummary_ = nullptr;  ///< likewise
};

}  // namespace rnn
