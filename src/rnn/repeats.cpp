#include "repeats.hpp"

#include <algorithm>

#include "kernels.hpp"

namespace rnn {

Repeats::Repeats(std::size_t vocabulary, std::size_t places)
    : first_of_(vocabulary, -1), first_places_(places), repeats_(places), repeated_(places) {}

void Repeats::index(Rows places, const std::int32_t* tokens) {
  first_count_ = repeat_count_ = 0;
  for (const std::int32_t place : places) {
    std::int32_t& first = first_of_[static_cast<std::size_t>(tokens[place])];
    if (first < 0) {
      first = place;
      first_places_[first_count_++] = place;
    } else {
      repeats_[repeat_count_] = place;
      repeated_[repeat_count_++] = first;
    }
  }
  for (const std::int32_t place : first_places()) {
    first_of_[static_cast<std::size_t>(tokens[place])] = -1;
  }
}

void Repeats::spread(View<2> y) const {
  for (std::size_t k = 0; k < repeat_count_; ++k) {
    std::copy_n(&y(repeated_[k], 0), y.shape()[1], &y(repeats_[k], 0));
  }
}

void Repeats::fold(const View<2>& y, View<2> sums) const {
  const std::size_t width = y.shape()[1];
  for (const std::int32_t place : first_places()) {
    std::copy_n(&y(place, 0), width, &sums(place, 0));
  }
  for (std::size_t k = 0; k < repeat_count_; ++k) {
    add(&sums(repeated_[k], 0), &y(repeats_[k], 0), width);
  }
}

}  // namespace rnn
