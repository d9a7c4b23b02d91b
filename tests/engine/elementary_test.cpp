#include "rnn/elementary.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "rnn/lanes.hpp"

using rnn::Lane;
using rnn::real;

namespace {

const double eps = double(std::numeric_limits<real>::epsilon());
const double lowest = sizeof(real) == 4 ? -87 : -708;
const double highest = -lowest;

/// The largest relative error of `ours` against `reference` over [low, high].
template <class Ours, class Reference>
double worst(double low, double high, const Ours& ours, const Reference& reference) {
  constexpr int points = 200'000;
  double result = 0;
  for (int k = 0; k <= points; ++k) {
    const auto x = static_cast<real>(low + (high - low) * k / points);
    const double expected = reference(double(x));
    const double error = std::abs(double(ours(Lane(x)).get(0)) - expected);
    result = std::max(result, expected == 0 ? error : error / std::abs(expected));
  }
  return result;
}

}  // namespace

TEST_CASE("exp agrees with the C library over its range") {
  const auto ours = [](Lane x) { return rnn::exp(x); };
  const auto library = [](double x) { return std::exp(x); };
  CHECK(worst(lowest, highest, ours, library) < 2 * eps);
  CHECK(worst(-1, 1, ours, library) < 2 * eps);
}

TEST_CASE("the logistic function agrees with the C library, also where it is tiny") {
  const auto ours = [](Lane x) { return rnn::sigmoid(x); };
  const auto library = [](double x) { return 1 / (1 + std::exp(-x)); };
  CHECK(worst(lowest, 40, ours, library) < 3 * eps);
  CHECK(worst(-1, 1, ours, library) < 3 * eps);
}

TEST_CASE("tanh agrees with the C library, also near 0, and is odd") {
  const auto ours = [](Lane x) { return rnn::tanh(x); };
  const auto library = [](double x) { return std::tanh(x); };
  CHECK(worst(-25, 25, ours, library) < 4 * eps);
  CHECK(worst(-1e-3, 1e-3, ours, library) < 4 * eps);
  for (double x = 0; x < 12; x += 0.37) {
    CHECK(rnn::tanh(Lane(real(-x))).get(0) == -rnn::tanh(Lane(real(x))).get(0));
  }
}

TEST_CASE("log agrees with the C library over the normal numbers") {
  const auto ours = [](Lane x) { return rnn::log(x); };
  const auto library = [](double x) { return std::log(x); };
  CHECK(worst(1.5, 1e4, ours, library) < 4 * eps);
  CHECK(worst(1e-30, 0.5, ours, library) < 4 * eps);
  // Near 1 the logarithm is near 0: there the absolute error is what counts.
  for (double x = 0.6; x < 1.5; x += 0.001) {
    const double error = double(rnn::log(Lane(real(x))).get(0)) - std::log(double(real(x)));
    CHECK(std::abs(error) < 2 * eps);
  }
  CHECK(rnn::log(Lane(real(1))).get(0) == 0);
}

TEST_CASE("beyond their range the functions stay at its end, and NaN goes through") {
  const real huge = std::numeric_limits<real>::infinity();
  const real nan = std::numeric_limits<real>::quiet_NaN();
  CHECK(rnn::tanh(Lane(huge)).get(0) == 1);
  CHECK(rnn::tanh(Lane(-huge)).get(0) == -1);
  CHECK(rnn::sigmoid(Lane(huge)).get(0) == 1);
  CHECK(rnn::sigmoid(Lane(-huge)).get(0) >= std::numeric_limits<real>::min());
  CHECK(rnn::sigmoid(Lane(-huge)).get(0) < real(1e-37));
  CHECK(std::isfinite(rnn::exp(Lane(huge)).get(0)));
  CHECK(std::isnan(rnn::tanh(Lane(nan)).get(0)));
  CHECK(std::isnan(rnn::sigmoid(Lane(nan)).get(0)));
  CHECK(std::isnan(rnn::exp(Lane(nan)).get(0)));
}
