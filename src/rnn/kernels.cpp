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

void add(real* y, const real* x, std::size_t size) {
  std::size_t k = 0;
  for (; k + Lane::size <= size; k += Lane::size) {
    (Lane::load_unaligned(y + k) + Lane::load_unaligned(x + k)).store_unaligned(y + k);
  }
  for (; k < size; ++k) y[k] += x[k];
}

double sum_of_squares(const real* values, std::size_t size) {
  constexpr std::size_t chunk = 1024;
  constexpr std::size_t sums_at_once = 4;  // that do not wait for each other
  double total = 0;
  for (std::size_t begin = 0; begin < size; begin += chunk) {
    const std::size_t end = std::min(begin + chunk, size);
    Lane sums[sums_at_once] = {Lane(real(0)), Lane(real(0)), Lane(real(0)), Lane(real(0))};
    std::size_t k = begin;
    for (; k + sums_at_once * Lane::size <= end; k += sums_at_once * Lane::size) {
      for (std::size_t j = 0; j < sums_at_once; ++j) {
        const Lane value = Lane::load_unaligned(values + k + j * Lane::size);
        sums[j] = sums[j] + value * value;
      }
    }
    const Lane sum = (sums[0] + sums[1]) + (sums[2] + sums[3]);
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
