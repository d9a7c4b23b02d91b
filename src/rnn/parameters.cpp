#include "parameters.hpp"

#include <utility>

namespace rnn {

Parameters::Id Parameters::declare(std::string name, std::size_t rows, std::size_t columns) {
  if (values_.size() != 0) {
    Id id = 0;
    while (entries_[id].name != name) ++id;
    return id;
  }
  const std::uint64_t offset = plan_.used();
  plan_.take(static_cast<std::uint64_t>(rows) * (columns == 0 ? 1 : columns));
  entries_.push_back({std::move(name), rows, columns, static_cast<std::size_t>(offset)});
  return entries_.size() - 1;
}

void Parameters::allocate() {
  values_ = Arena(plan_.used());
  gradients_ = Arena(plan_.used());
}

std::size_t Parameters::count() const {
  std::size_t total = 0;
  for (const Entry& entry : entries_) total += entry.size();
  return total;
}

}  // namespace rnn
