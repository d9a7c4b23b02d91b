#pragma once

#include <string>

#include "arena.hpp"
#include "pass.hpp"

namespace rnn {

/// Dropout (Srivastava et al., 2014): while training each number is dropped with probability
/// p, and what is left multiplied by 1 / (1 − p), so that nothing changes on average.
///
/// The mask is drawn from (seed, name, step): a step done again draws the same, and no state
/// of a generator needs to be kept. Padding draws nothing.
class Dropout {
 public:
  /// `name` is the mask's, as the directory lists it.
  Dropout(std::string name, double rate, std::uint32_t seed);

  /// `rows` × `width`: the most that the matrix to drop from can have.
  void lay_out(Arena& tape, std::uint64_t rows, std::size_t width);
  /// Lists the mask, (steps, batch, width) or (batch, width), where the rate is above 0.
  void list(Directory& directory, bool every_step) const;

  /// x ← mask ⊙ x for the listed rows while training; leaves x alone otherwise.
  void forward(const Pass& pass, Rows rows, const View<2>& x);
  /// Its adjoint: dx ← mask ⊙ dx.
  void backward(const Pass& pass, Rows rows, const View<2>& dx) const;

 private:
  bool is_on(const Pass& pass) const { return pass.training && rate_ > 0; }
  void multiply(Rows rows, const View<2>& x) const;

  std::string name_;
  double rate_;
  std::uint32_t seed_;
  std::size_t width_ = 0;
  real* mask_ = nullptr;
};

}  // namespace rnn
