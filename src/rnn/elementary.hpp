#pragma once

#include <bit>
#include <cstdint>
#include <type_traits>
#include <xsimd/xsimd.hpp>

/// exp, expm1, log, tanh and the logistic function on xsimd batches, from +, −, ×, ÷,
/// comparisons and bit operations alone: the same bits in every environment, and no
/// conversion between float and integer, which WebAssembly emulates lane by lane.
/// Where the C library's functions would differ from machine to machine, these do not.
namespace rnn {

namespace detail {

template <class T>
struct Elementary;

template <>
struct Elementary<float> {
  using Bits = std::int32_t;
  static constexpr int mantissa = 23;
  /// Adding it leaves the nearest integer in the low bits of the sum.
  static constexpr float shifter = 12582912.0F;  // 1.5 · 2^23
  static constexpr Bits bias = 127;
  static constexpr float lowest = -87.0F;          // exp is a normal number above
  static constexpr float highest = 87.0F;          // and so is its reciprocal below
  static constexpr float saturated = 10.0F;        // 1 − tanh is below half an ulp of 1 from here
  static constexpr float ln2_high = 0.693359375F;  // few bits: its product with n is exact
  static constexpr float ln2_low = -2.12194440e-4F;
  static constexpr int exp_degree = 7;  // |r| ≤ ln2/2: the rest is below 2e-8 of the sum
  static constexpr int log_terms = 5;
};

template <>
struct Elementary<double> {
  using Bits = std::int64_t;
  static constexpr int mantissa = 52;
  static constexpr double shifter = 6755399441055744.0;  // 1.5 · 2^52
  static constexpr Bits bias = 1023;
  static constexpr double lowest = -708.0;
  static constexpr double highest = 708.0;
  static constexpr double saturated = 20.0;
  static constexpr double ln2_high = 6.93145751953125e-1;
  static constexpr double ln2_low = 1.42860682030941723212e-6;
  static constexpr int exp_degree = 14;
  static constexpr int log_terms = 12;
};

/// Σ r^j / (first + j)! over `count` terms, of r^(2^k) = powers[k]: halves that do not wait for
/// each other (Estrin's scheme), where Horner's would be one long chain.
template <class T, std::size_t first, std::size_t count>
xsimd::batch<T> exp_series(const xsimd::batch<T>* powers) {
  using Lane = xsimd::batch<T>;
  if constexpr (count == 1) {
    T term = 1;
    for (std::size_t k = 2; k <= first; ++k) term /= T(k);
    return Lane(term);
  } else {
    constexpr std::size_t low = std::bit_ceil(count) / 2;
    return exp_series<T, first, low>(powers) +
           exp_series<T, first + low, count - low>(powers) * powers[std::bit_width(low) - 1];
  }
}

/// 2^n and e^r − 1 with x = n ln 2 + r, |r| ≤ ln2 / 2 (Cody and Waite's reduction; the
/// polynomial is the Taylor series). NaN goes through.
template <class T>
struct Split {
  xsimd::batch<T> power;
  xsimd::batch<T> rest;
};

template <class T>
Split<T> split_exp(const xsimd::batch<T>& x) {
  using E = Elementary<T>;
  using Lane = xsimd::batch<T>;
  using BitsLane = xsimd::batch<typename E::Bits>;
  const Lane shifted = x * Lane(T(1.44269504088896340736)) + Lane(E::shifter);
  const Lane n = shifted - Lane(E::shifter);
  const Lane r = (x - n * Lane(E::ln2_high)) - n * Lane(E::ln2_low);
  // n stands in the low bits of the shifted number: move it to the exponent.
  const BitsLane exponent = (xsimd::bitwise_cast<BitsLane>(shifted) + BitsLane(E::bias))
                            << E::mantissa;
  constexpr std::size_t squarings = std::bit_width(std::size_t(E::exp_degree - 1));
  Lane powers[squarings] = {r};
  for (std::size_t k = 1; k < squarings; ++k) powers[k] = powers[k - 1] * powers[k - 1];
  return {xsimd::bitwise_cast<Lane>(exponent), exp_series<T, 1, E::exp_degree>(powers) * r};
}

/// `x` where it is within the bounds, the nearer bound elsewhere; NaN stays NaN.
template <class T>
xsimd::batch<T> clamp(const xsimd::batch<T>& x, T low, T high) {
  using Lane = xsimd::batch<T>;
  const Lane above = xsimd::select(x < Lane(low), Lane(low), x);
  return xsimd::select(above > Lane(high), Lane(high), above);
}

}  // namespace detail

/// e^x; arguments beyond the normal range give the value at its end.
template <class T>
xsimd::batch<T> exp(const xsimd::batch<T>& x) {
  using E = detail::Elementary<T>;
  const auto [power, rest] = detail::split_exp(detail::clamp(x, E::lowest, E::highest));
  return power * rest + power;
}

/// The logistic function σ(x) = 1 / (1 + e^−x).
template <class T>
xsimd::batch<T> sigmoid(const xsimd::batch<T>& x) {
  using Lane = xsimd::batch<T>;
  return Lane(T(1)) / (Lane(T(1)) + exp(-x));
}

/// tanh(x) = (e^2|x| − 1) / (e^2|x| + 1) with the sign of x; odd, and relatively exact near 0.
template <class T>
xsimd::batch<T> tanh(const xsimd::batch<T>& x) {
  using E = detail::Elementary<T>;
  using Lane = xsimd::batch<T>;
  const Lane sign = x & Lane(T(-0.0));
  const Lane size = x ^ sign;
  const Lane bounded = xsimd::select(size > Lane(E::saturated), Lane(E::saturated), size);
  const auto [power, rest] = detail::split_exp(bounded + bounded);
  const Lane less_one = power * rest + (power - Lane(T(1)));
  return (less_one / (less_one + Lane(T(2)))) | sign;
}

/// Natural logarithm of a positive normal number: m · 2^n with √½ ≤ m < √2,
/// ln m = 2 artanh((m − 1) / (m + 1)) by its series.
template <class T>
xsimd::batch<T> log(const xsimd::batch<T>& x) {
  using E = detail::Elementary<T>;
  using Lane = xsimd::batch<T>;
  using BitsLane = xsimd::batch<typename E::Bits>;
  using Bits = typename E::Bits;
  constexpr Bits one = E::bias << E::mantissa;
  constexpr Bits fraction = (Bits(1) << E::mantissa) - 1;
  const BitsLane bits = xsimd::bitwise_cast<BitsLane>(x);
  const Lane m = xsimd::bitwise_cast<Lane>((bits & BitsLane(fraction)) | BitsLane(one));
  // The exponent as a number, without conversion: put it into the low bits of 2^mantissa.
  const Lane base(T(Bits(1) << E::mantissa));
  const BitsLane high = (bits >> E::mantissa) & BitsLane(2 * E::bias + 1);
  const Lane n = xsimd::bitwise_cast<Lane>(high | xsimd::bitwise_cast<BitsLane>(base)) -
                 (base + Lane(T(E::bias)));
  const auto large = m > Lane(T(1.41421356237309504880));
  const Lane m_near = xsimd::select(large, m * Lane(T(0.5)), m);
  const Lane n_near = xsimd::select(large, n + Lane(T(1)), n);
  const Lane s = (m_near - Lane(T(1))) / (m_near + Lane(T(1)));
  const Lane s2 = s * s;
  Lane sum(T(1) / T(2 * E::log_terms - 1));
  for (int k = E::log_terms - 2; k >= 0; --k) sum = sum * s2 + Lane(T(1) / T(2 * k + 1));
  return n_near * Lane(E::ln2_high) + (s * (sum + sum) + n_near * Lane(E::ln2_low));
}

/// The same of one number, for where speed does not count.
double exp(double x);
double log(double x);

}  // namespace rnn
