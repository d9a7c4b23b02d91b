#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>

namespace rnn {

/// A word or a number of a message. Messages are many and hardly ever made: each place lists its
/// facts, and one function puts them together.
class Fact {
 public:
  Fact(const char* text) : text_(text) {}
  Fact(std::string_view text) : text_(text) {}
  Fact(const std::string& text) : text_(text) {}
  template <std::integral Integer>
  Fact(Integer number) : kind_(Kind::integer), integer_(static_cast<long long>(number)) {}
  Fact(double number) : kind_(Kind::real), real_(number) {}

  void append_to(std::string& message) const;

 private:
  enum class Kind { text, integer, real };
  Kind kind_ = Kind::text;
  std::string_view text_;
  long long integer_ = 0;
  double real_ = 0;
};

std::string message(std::initializer_list<Fact> facts);

/// Throws ArgumentError: a caller's mistake, with both facts.
[[noreturn]] void refuse(std::initializer_list<Fact> facts);

}  // namespace rnn
