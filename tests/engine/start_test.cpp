// How the recurrent matrix starts, and its spectral radius.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "test_model.hpp"

namespace {

const double tolerance = sizeof(rnn::real) == 8 ? 1e-12 : 1e-5;

rnn::Config orthogonal(rnn::Cell cell, double scale) {
  rnn::Config config = small_config(cell, rnn::Direction::both);
  config.hidden = 9;
  config.recurrent_init = rnn::RecurrentInit::orthogonal;
  config.recurrent_scale = scale;
  return config;
}

/// ρ of a matrix put in place of H.
double radius_of(const std::vector<double>& matrix) {
  rnn::Config config = small_config(rnn::Cell::elman, rnn::Direction::forward);
  config.hidden = static_cast<std::size_t>(std::sqrt(double(matrix.size())));
  rnn::Model model(config);
  set_values(model, "rnn.weight_hh_l0", matrix);
  return values(model, "spectral_radius.rnn.weight_hh_l0").front();
}

}  // namespace

TEST_CASE("orthogonal means orthogonal, gate by gate, times the scale") {
  for (const rnn::Cell cell : every_cell) {
    rnn::Model model(orthogonal(cell, 1.5));
    const std::vector<double> weight = values(model, "rnn.weight_hh_l0_reverse");
    const std::size_t n = 9, gates = weight.size() / (n * n);
    for (std::size_t gate = 0; gate < gates; ++gate) {
      const double* block = weight.data() + gate * n * n;
      for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
          double dot = 0;
          for (std::size_t k = 0; k < n; ++k) dot += block[i * n + k] * block[j * n + k];
          CHECK(dot == Approx(i == j ? 2.25 : 0).margin(tolerance));
        }
      }
    }
    for (const double radius : values(model, "spectral_radius.rnn.weight_hh_l0")) {
      CHECK(radius == Approx(1.5).epsilon(1e-5));
    }
  }
}

TEST_CASE("the scale multiplies what would have been drawn") {
  rnn::Config config = small_config(rnn::Cell::gru, rnn::Direction::forward);
  const rnn::Model plain(config);
  config.recurrent_scale = 3;
  const rnn::Model scaled(config);
  std::vector<double> expected = values(plain, "rnn.weight_hh_l0");
  for (double& value : expected) value *= 3;
  CHECK(max_norm_error(values(scaled, "rnn.weight_hh_l0"), expected) < 1e-6);
  CHECK(values(scaled, "rnn.weight_ih_l0") == values(plain, "rnn.weight_ih_l0"));
}

TEST_CASE("every gate of every recurrent matrix has its own radius") {
  rnn::Model model(small_config(rnn::Cell::gru, rnn::Direction::both, 2));
  std::vector<double> all;
  for (const char* name : {"l0", "l0_reverse", "l1", "l1_reverse"}) {
    const auto radii = values(model, "spectral_radius.rnn.weight_hh_" + std::string(name));
    all.insert(all.end(), radii.begin(), radii.end());
  }
  std::sort(all.begin(), all.end());
  CHECK(all.size() == 12);
  CHECK(std::adjacent_find(all.begin(), all.end()) == all.end());
}

TEST_CASE("the spectral radius is that of the largest eigenvalue, real, complex or none") {
  CHECK(radius_of({-2, 0, 0, 1}) == Approx(2));
  CHECK(radius_of({0.6, -0.8, 0.8, 0.6}) == Approx(1).epsilon(1e-6));     // a rotation
  CHECK(radius_of({1, 100, 0, 0.5}) == Approx(1).epsilon(1e-5));          // far from normal
  CHECK(radius_of({1, 1, 0, 1}) == Approx(1).epsilon(1e-5));              // defective
  CHECK(radius_of({0, 1, 0, 0}) == 0);                                    // nilpotent
  CHECK(radius_of({0, 1, 0, 0, 0, 1, 2, 0, 0}) == Approx(std::cbrt(2)));  // λ³ = 2
  CHECK(radius_of({1, 1, 1, 0}) == Approx((1 + std::sqrt(5)) / 2));       // golden
  CHECK_FALSE(std::isfinite(radius_of({INFINITY, 0, 0, 1})));
}

TEST_CASE("each gate of each matrix has a spectral radius of its own") {
  rnn::Config config = small_config(rnn::Cell::gru, rnn::Direction::both);
  config.hidden = 1;
  rnn::Model model(config);
  set_values(model, "rnn.weight_hh_l0", {1, -2, 3});
  set_values(model, "rnn.weight_hh_l0_reverse", {4, 5, 6});
  const auto radii = [&](const std::string& matrix) {
    return values(model, "spectral_radius.rnn.weight_hh_l0" + matrix);
  };
  for (std::size_t gate = 0; gate < 3; ++gate) {
    CHECK(radii("")[gate] == Approx(1.0 + double(gate)));
    CHECK(radii("_reverse")[gate] == Approx(4.0 + double(gate)));
  }
}
