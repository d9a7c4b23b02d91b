#include "decimal.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>

namespace rnn {

namespace {

constexpr int significant = 17;
constexpr std::size_t most_digits = 400;
constexpr int beyond = 800;  // a power of ten that no such number of digits brings back
constexpr std::uint32_t billion = 1'000'000'000;

/// A whole number of up to 4,096 bits: enough for any double times a power of ten, or of five.
class Whole {
 public:
  explicit Whole(std::uint64_t value) {
    limbs_[0] = static_cast<std::uint32_t>(value);
    limbs_[1] = static_cast<std::uint32_t>(value >> 32U);
    size_ = 2;
    trim();
  }

  bool is_zero() const { return size_ == 0; }

  int bits() const {
    return is_zero() ? 0 : 32 * static_cast<int>(size_) - std::countl_zero(limbs_[size_ - 1]);
  }

  /// this ← this · factor + summand
  void multiply(std::uint32_t factor, std::uint32_t summand = 0) {
    std::uint64_t carry = summand;
    for (std::size_t k = 0; k < size_; ++k) {
      carry += std::uint64_t{limbs_[k]} * factor;
      limbs_[k] = static_cast<std::uint32_t>(carry);
      carry >>= 32U;
    }
    if (carry != 0) limbs_[size_++] = static_cast<std::uint32_t>(carry);
  }

  void multiply_power(std::uint32_t base, int exponent) {
    for (; exponent > 0; --exponent) multiply(base);
  }

  /// this ← this / divisor, rounded down; returns what is left.
  std::uint32_t divide(std::uint32_t divisor) {
    std::uint64_t left = 0;
    for (std::size_t k = size_; k-- > 0;) {
      left = left << 32U | limbs_[k];
      limbs_[k] = static_cast<std::uint32_t>(left / divisor);
      left %= divisor;
    }
    trim();
    return static_cast<std::uint32_t>(left);
  }

  void shift_left(int bits) {
    for (; bits >= 16; bits -= 16) multiply(1U << 16U);
    multiply(1U << static_cast<unsigned>(bits));
  }

  /// The number without its lowest `bits`, and whether any of those, or `more`, is set beyond
  /// the topmost one of them: rounded to nearest, ties to even.
  std::uint64_t rounded(int bits, bool more) const {
    std::uint64_t kept = 0;
    for (int bit = this->bits() - 1; bit >= std::max(bits, 0); --bit) kept = kept << 1U | at(bit);
    if (bits <= 0) return kept << static_cast<unsigned>(-bits);
    for (int bit = 0; bit < bits - 1 && !more; ++bit) more = at(bit) != 0;
    const bool half = at(bits - 1) != 0;
    return kept + static_cast<std::uint64_t>(half && (more || kept % 2 == 1));
  }

 private:
  std::uint64_t at(int bit) const {
    const auto limb = static_cast<std::size_t>(bit) / 32;
    return limb < size_ ? limbs_[limb] >> static_cast<unsigned>(bit % 32) & 1U : 0;
  }
  void trim() {
    while (size_ > 0 && limbs_[size_ - 1] == 0) --size_;
  }

  std::array<std::uint32_t, 128> limbs_{};
  std::size_t size_ = 0;
};

/// (number, and a little more) / 2^shift as a double.
double nearest(const Whole& number, bool more, int shift) {
  using Limits = std::numeric_limits<double>;
  if (number.is_zero()) return 0;
  const int top = number.bits() - 1 - shift;  // the number is within 2^top and 2^(top + 1)
  if (top >= Limits::max_exponent) return Limits::infinity();
  // Below the normal numbers fewer digits are left.
  const int lowest = std::max(top + 1 - Limits::digits, Limits::min_exponent - Limits::digits);
  return std::ldexp(static_cast<double>(number.rounded(lowest + shift, more)), lowest);
}

struct Decimal {
  Whole digits{0};
  int exponent = 0;
};

/// digits · 10^exponent
double nearest(Decimal decimal) {
  Whole& number = decimal.digits;
  if (decimal.exponent >= 0) {
    number.multiply_power(10, decimal.exponent);
    return nearest(number, false, 0);
  }
  // Enough bits more than the divisor has (log₂ 10 < 3.33) for all that count.
  const int shift = -decimal.exponent * 333 / 100 + 66;
  number.shift_left(shift);
  bool more = false;
  for (int k = 0; k > decimal.exponent; --k) more = number.divide(10) != 0 || more;
  return nearest(number, more, shift);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Reads digits with a point somewhere among them; false where there are none, or too many.
bool read_digits(std::string_view& text, Decimal& decimal) {
  std::size_t count = 0;
  bool point = false;
  for (; !text.empty(); text.remove_prefix(1)) {
    const char c = text.front();
    if (c == '.' && !point) {
      point = true;
    } else if (is_digit(c)) {
      decimal.digits.multiply(10, static_cast<std::uint32_t>(c - '0'));
      if (point) --decimal.exponent;
      ++count;
    } else {
      break;
    }
  }
  return count > 0 && count <= most_digits;
}

/// Reads what may follow: e and a whole number.
bool read_exponent(std::string_view text, Decimal& decimal) {
  if (text.empty()) return true;
  if (text.front() != 'e' && text.front() != 'E') return false;
  text.remove_prefix(1);
  if (text.starts_with('+')) {
    text.remove_prefix(1);
    if (text.starts_with('-')) return false;  // from_chars would take it
  }
  int exponent = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
  if (end != text.data() + text.size() || error == std::errc::invalid_argument) return false;
  if (error != std::errc()) exponent = text.starts_with('-') ? -beyond : beyond;
  decimal.exponent += std::clamp(exponent, -beyond, beyond);
  return true;
}

/// The decimal digits of a number, from the first one on.
std::string digits_of(Whole number) {
  std::string reversed;
  while (!number.is_zero()) {
    std::uint32_t nine = number.divide(billion);
    for (int k = 0; k < 9 && (nine != 0 || !number.is_zero()); ++k, nine /= 10) {
      reversed += static_cast<char>('0' + nine % 10);
    }
  }
  return {reversed.rbegin(), reversed.rend()};
}

/// Cuts to `significant` digits, rounded as what is cut away says; true where the number grew by
/// one digit.
bool round_digits(std::string& digits) {
  if (digits.size() <= significant) return false;
  const std::string cut = digits.substr(significant);
  digits.resize(significant);
  const bool tie = cut.find_last_not_of('0') == 0 && cut.front() == '5';
  if (tie ? (digits.back() - '0') % 2 == 0 : cut.front() < '5') return false;
  std::size_t k = digits.size();
  while (k > 0 && digits[k - 1] == '9') digits[--k] = '0';
  if (k > 0) return ++digits[k - 1], false;
  digits.insert(digits.begin(), '1');
  return true;
}

}  // namespace

std::optional<double> parse_decimal(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  Decimal decimal;
  if (text.size() > most_digits + 20 || !read_digits(text, decimal)) return std::nullopt;
  if (!read_exponent(text, decimal)) return std::nullopt;
  const double size = nearest(decimal);
  return negative ? -size : size;
}

std::string decimal_text(double value) {
  if (std::isnan(value)) return "nan";
  const std::string sign = std::signbit(value) ? "-" : "";
  if (std::isinf(value)) return sign + "inf";
  if (value == 0) return sign + "0";
  int binary = 0;
  const double fraction = std::frexp(std::fabs(value), &binary);
  binary -= std::numeric_limits<double>::digits;
  Whole number(
      static_cast<std::uint64_t>(std::ldexp(fraction, std::numeric_limits<double>::digits)));
  // m 2^e where e ≥ 0, else m 5^−e / 10^−e: digits either way.
  number.multiply_power(binary >= 0 ? 2 : 5, std::abs(binary));
  std::string digits = digits_of(number);
  int exponent = static_cast<int>(digits.size()) - 1 + std::min(binary, 0);
  if (round_digits(digits)) ++exponent;
  digits.erase(digits.find_last_not_of('0') + 1);
  const auto count = static_cast<int>(digits.size());
  if (exponent < -4 || exponent >= significant) {
    if (count > 1) digits.insert(1, ".");
    const std::string size = std::to_string(std::abs(exponent));
    return sign + digits + (exponent < 0 ? "e-" : "e+") + (size.size() < 2 ? "0" : "") + size;
  }
  if (exponent < 0)
    return sign + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
  if (count <= exponent)
    return sign + digits + std::string(static_cast<std::size_t>(exponent + 1 - count), '0');
  if (count > exponent + 1) digits.insert(static_cast<std::size_t>(exponent) + 1, ".");
  return sign + digits;
}

}  // namespace rnn
