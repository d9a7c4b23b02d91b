#include "kernels.hpp"

#include <algorithm>
#include <cmath>

#include "lanes.hpp"

namespace rnn {

void softmax(Rows rows, const View<2>& logits, View<2> probabilities, real* log_sums) {
  const std::size_t classes = logits.shape()[1];
  const Units in(logits);
  const Units out(probabilities);
  for (const std::int32_t row : rows) {
    const auto r = static_cast<std::size_t>(row);
    const real* logit = logits.data() + r * row_stride(logits);
    const real* share = probabilities.data() + r * row_stride(probabilities);
    const real largest = *std::max_element(logit, logit + classes);
    const Rows one(&row, 1);
    for_each_unit(one, classes,
                  [&](auto at) { out[at] = exp(static_cast<Lane>(in[at]) - Lane(largest)); });
    real sum = 0;
    for (std::size_t k = 0; k < classes; ++k) sum += share[k];
    for_each_unit(one, classes, [&](auto at) { out[at] = static_cast<Lane>(out[at]) / Lane(sum); });
    log_sums[r] = largest + log(Lane(sum)).get(0);
  }
}

double sum_of_squares(const real* values, std::size_t size) {
  constexpr std::size_t chunk = 1024;
  double total = 0;
  for (std::size_t begin = 0; begin < size; begin += chunk) {
    const std::size_t end = std::min(begin + chunk, size);
    Lane sum(real(0));
    std::size_t k = begin;
    for (; k + Lane::size <= end; k += Lane::size) {
      const Lane value = Lane::load_unaligned(values + k);
      sum = sum + value * value;
    }
    for (std::size_t lane = 0; lane < Lane::size; ++lane) total += double(sum.get(lane));
    for (; k < end; ++k) total += double(values[k]) * double(values[k]);
  }
  return total;
}

void row_norms(const View<2>& x, real* norms) {
  const std::size_t width = x.shape()[1];
  for (std::size_t r = 0; r < x.shape()[0]; ++r) {
    const real* row = x.data() + r * row_stride(x);
    double sum = 0;
    for (std::size_t k = 0; k < width; ++k) sum += double(row[k]) * double(row[k]);
    norms[r] = static_cast<real>(std::sqrt(sum));
  }
}

}  // namespace rnn
