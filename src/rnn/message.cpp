#include "message.hpp"

#include "decimal.hpp"
#include "error.hpp"

namespace rnn {

void Fact::append_to(std::string& message) const {
  switch (kind_) {
    case Kind::text:
      message += text_;
      break;
    case Kind::integer:
      message += std::to_string(integer_);
      break;
    case Kind::real:
      message += decimal_text(real_);
      break;
  }
}

std::string message(std::initializer_list<Fact> facts) {
  std::string text;
  for (const Fact& fact : facts) fact.append_to(text);
  return text;
}

void refuse(std::initializer_list<Fact> facts) {
  throw ArgumentError(message(facts));
}

}  // namespace rnn
