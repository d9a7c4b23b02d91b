#include "elementary.hpp"

namespace rnn {

double exp(double x) {
  return exp(xsimd::batch<double>(x)).get(0);
}
double log(double x) {
  return log(xsimd::batch<double>(x)).get(0);
}

}  // namespace rnn
