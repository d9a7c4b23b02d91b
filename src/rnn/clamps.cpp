#include "clamps.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "cell.hpp"
#include "error.hpp"
#include "message.hpp"

namespace rnn {

namespace {

/// Gates are the activations that have a pre-activation of their own.
std::size_t gates_of(const Config& config) {
  if (config.cell == Cell::bag || !formula_of(config).has_gates()) return 0;
  return formula_of(config).preactivations.size();
}

void require_within(std::size_t line, const char* what, std::int32_t value, std::size_t low,
                    std::size_t high) {
  if (value >= static_cast<std::int32_t>(low) && value <= static_cast<std::int64_t>(high)) return;
  refuse(
      {"line ", line, " of clamp.where has ", what, " ", value, ", it can be ", low, " to ", high});
}

}  // namespace

Clamps::Clamps(const Config& config) : config_(config), gates_(gates_of(config)) {}

void Clamps::list(Directory& directory) {
  directory.add_fixed_integers("clamp.where", where_.data(), most, columns);
  directory.add_fixed("clamp.value", value_.data(), most, 0);
}

void Clamps::check_line(std::size_t line) const {
  if (gates_ == 0) refuse({"a gate is to be held, but this cell has no gate"});
  require_within(line, "layer", at(line, layer_at), 0, config_.layers - 1);
  require_within(line, "way", at(line, way), config_.has_forward() ? 0 : 1,
                 config_.has_reverse() ? 1 : 0);
  require_within(line, "gate", at(line, gate), 0, gates_ - 1);
  require_within(line, "first unit", at(line, first_unit), 0, config_.hidden);
  require_within(line, "end of units", at(line, end_unit), 0, config_.hidden);
  require_within(line, "first step", at(line, first_step), 0, config_.max_length);
  require_within(line, "end of steps", at(line, end_step), 0, config_.max_length);
  if (std::isfinite(value_[line])) return;
  refuse({"line ", line, " of clamp.value is not a finite number"});
}

void Clamps::check() {
  any_ = false;
  for (std::size_t line = 0; line < most; ++line) {
    if (at(line, on) == 0) continue;
    check_line(line);
    any_ = true;
  }
}

bool Clamps::hold(std::size_t layer, bool reverse, std::size_t t, real* held,
                  std::size_t size) const {
  if (!any_) return false;
  bool holds = false;
  const auto step = static_cast<std::int32_t>(t);
  std::fill_n(held, size, std::numeric_limits<real>::quiet_NaN());
  for (std::size_t line = 0; line < most; ++line) {
    if (at(line, on) == 0 || at(line, layer_at) != static_cast<std::int32_t>(layer) ||
        at(line, way) != (reverse ? 1 : 0)) {
      continue;
    }
    if (step < at(line, first_step) || step >= at(line, end_step)) continue;
    real* units = held + static_cast<std::size_t>(at(line, gate)) * config_.hidden;
    for (std::int32_t unit = at(line, first_unit); unit < at(line, end_unit); ++unit) {
      units[unit] = value_[line];
      holds = true;
    }
  }
  return holds;
}

}  // namespace rnn
