#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Decimal numbers as text, exact in both directions. The C library's functions would do, but
/// they bring arithmetic on 128-bit numbers and every format of printf: a sixth of what ships.
namespace rnn {

/// The double nearest to a decimal such as "-0.5", "3" or "1e-3", ties to the even one; nothing
/// where the text is not wholly one. More than 400 digits are none of ours.
std::optional<double> parse_decimal(std::string_view text);

/// 17 significant digits, which tell any two doubles apart, without zeros at the end; as
/// printf's %.17g.
std::string decimal_text(double value);

}  // namespace rnn
