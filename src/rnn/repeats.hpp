#pragma once

#include <cstdint>
#include <vector>

#include "tensor.hpp"

namespace rnn {

/// Which places of a batch hold a token that an earlier place holds too. Text repeats itself, and
/// what follows from the token alone need be computed once: W x forward, and backward, as the
/// gradient is a sum over places, (Σ da) x^T in place of Σ (da x^T).
class Repeats {
 public:
  /// For at most `places` tokens of a vocabulary.
  Repeats(std::size_t vocabulary, std::size_t places);

  /// Takes in the tokens at the listed places: tokens[place], checked by the caller.
  void index(Rows places, const std::int32_t* tokens);

  /// The first place of every token, in the order of the places.
  Rows first_places() const { return Rows(first_places_).first(first_count_); }

  /// y_r ← y of the first place with the same token, for every place that repeats one. y (·, m).
  void spread(View<2> y) const;

  /// sums_r ← Σ y over all places with the token of r, in the order of the places, for every
  /// first place r. y and sums (·, m).
  void fold(const View<2>& y, View<2> sums) const;

 private:
  std::vector<std::int32_t> first_of_;  ///< by token; −1: none
  std::vector<std::int32_t> first_places_;
  std::vector<std::int32_t> repeats_;   ///< places that repeat a token, and
  std::vector<std::int32_t> repeated_;  ///< its first place, for each of them
  std::size_t first_count_ = 0, repeat_count_ = 0;
};

}  // namespace rnn
