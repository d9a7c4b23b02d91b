#include "rnn/decimal.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <string>
#include <vector>

#include "rnn/random.hpp"

using rnn::decimal_text;
using rnn::parse_decimal;

namespace {

std::uint64_t bits_of(double value) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

std::string c_text(double value) {
  char text[64];
  std::snprintf(text, sizeof text, "%.17g", value);
  return text;
}

/// Doubles of every size: their bits are drawn.
std::vector<double> drawn_doubles(std::size_t count) {
  rnn::Random random(7, "decimal");
  std::vector<double> values;
  while (values.size() < count) {
    std::uint64_t bits = 0;
    for (int k = 0; k < 4; ++k) {
      bits = bits << 16U | static_cast<std::uint64_t>(random.uniform() * 65536);
    }
    double value = 0;
    std::memcpy(&value, &bits, sizeof value);
    if (std::isfinite(value)) values.push_back(value);
  }
  return values;
}

const std::vector<double> special = {
    0.0, -0.0, 1, -1, 0.1, 0.001, 0.003, 1e-4, 1e-5, 123456789, 1e16, 1e17, 1e22, 1e23, 0.5, 1e308,
    5e-324, 1e-310, 2.2250738585072014e-308, 2.225073858507201e-308, 1.7976931348623157e308,
    9007199254740993.0, 99999999999999999.0,
    // Eighteen digits, the last of them a 5.
    1125899906842624.25, 1125899906842624.75};

/// Every power of ten that is a double. Some lie so little below it that 17 digits are 9 and round
/// up to one more.
std::vector<double> powers_of_ten() {
  std::vector<double> values;
  for (int k = -323; k <= 308; ++k) {
    values.push_back(std::strtod(("1e" + std::to_string(k)).c_str(), nullptr));
  }
  return values;
}

/// So little above the middle between two doubles that only what a division leaves tells of it.
const std::string close_to_a_tie =
    "25340641466756205589346097812842727532218749524773970120996873627545905985"
    "11687442935089847371598535525883437483973074358004350336625257723080251544"
    "31667435206085801847105542199390342041938236819845370182978587595028319869"
    "66105715453e-398";

}  // namespace

TEST_CASE("decimal_text is printf's %.17g") {
  for (const double value : special) CHECK(decimal_text(value) == c_text(value));
  for (const double value : powers_of_ten()) CHECK(decimal_text(value) == c_text(value));
  for (const double value : drawn_doubles(3000)) CHECK(decimal_text(value) == c_text(value));
  CHECK(decimal_text(std::numeric_limits<double>::infinity()) == "inf");
  CHECK(decimal_text(-std::numeric_limits<double>::infinity()) == "-inf");
  CHECK(decimal_text(std::nan("")) == "nan");
}

TEST_CASE("parse_decimal takes back what decimal_text wrote, to the bit") {
  for (const double value : special)
    CHECK(bits_of(*parse_decimal(c_text(value))) == bits_of(value));
  for (const double value : drawn_doubles(3000)) {
    CHECK(bits_of(*parse_decimal(c_text(value))) == bits_of(value));
  }
}

TEST_CASE("parse_decimal rounds as the C library does") {
  const std::vector<std::string> texts = {
      "0.1", "+2.5", "-.5", "5.", "1e3", "1E-3", "1e+3", "00012.500",
      "3.14159265358979323846264338327950288",
      // Halfway between two doubles, and a little to either side.
      "9007199254740993", "9007199254740992.999999999999999999999",
      "9007199254740993.0000000000000000001", "9007199254740995", "36028797018963973",
      "4.94065645841246544e-324", "2.4703282292062327208e-324", "2.4703282292062328e-324",
      "1.7976931348623158e308", "1.7976931348623159e308", "1e400", "1e-400",
      "123456789012345678901234567890e-50",
      // Above the tie of two subnormals, by less than a normal number can tell.
      "2.47032822920623272088e-324", "0e999999999", "1e5000", "1e-5000", "1e2147483647",
      "1e-2147483648", "1e99999999999", "1e-99999999999", std::string(300, '9'),
      "0." + std::string(300, '0') + "7", close_to_a_tie};
  for (const std::string& text : texts) {
    CAPTURE(text);
    REQUIRE(parse_decimal(text));
    CHECK(bits_of(*parse_decimal(text)) == bits_of(std::strtod(text.c_str(), nullptr)));
  }
  for (const double value : drawn_doubles(500)) {
    for (const char* format : {"%.3e", "%.9e", "%.25e", "%.40e"}) {
      char text[128];
      std::snprintf(text, sizeof text, format, value);
      CAPTURE(text);
      CHECK(bits_of(*parse_decimal(text)) == bits_of(std::strtod(text, nullptr)));
    }
  }
}

TEST_CASE("parse_decimal refuses what is not wholly a decimal") {
  const std::vector<std::string> texts = {"",
                                          "-",
                                          "+",
                                          ".",
                                          "e3",
                                          "1e",
                                          "1e+",
                                          "1e-",
                                          "1e+-3",
                                          "1e 3",
                                          "1e3x",
                                          "1e3.5",
                                          "--1",
                                          "+-1",
                                          "1.2.3",
                                          "1 ",
                                          " 1",
                                          "0x10",
                                          "nan",
                                          "inf",
                                          "infinity",
                                          "1f",
                                          "1,5",
                                          std::string("1\0", 2),
                                          std::string(401, '1')};
  for (const std::string& text : texts) {
    CAPTURE(text);
    CHECK(!parse_decimal(text));
  }
}
