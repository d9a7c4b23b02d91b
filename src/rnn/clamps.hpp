#pragma once

#include <array>
#include <cstdint>

#include "config.hpp"
#include "directory.hpp"

namespace rnn {

/// Gates that are held at a value instead of being computed: a rectangle of units × steps of
/// one gate each, in every row of the batch. The host writes the tensors clamp.where and
/// clamp.value; a later line overrules an earlier one.
class Clamps {
 public:
  static constexpr std::size_t most = 8;

  explicit Clamps(const Config& config);

  void list(Directory& directory);

  /// To be called once a pass, before `hold`. Throws ArgumentError that names a line which
  /// points outside the model.
  void check();

  /// Whether any gate of this layer and way (0 forward, 1 reverse) is held at step t. If so,
  /// fills `held` (activations · hidden): the value where a unit is held, NaN where it is free.
  bool hold(std::size_t layer, bool reverse, std::size_t t, real* held, std::size_t size) const;

  /// For a saved model.
  std::array<std::int32_t, most * 8>& where() { return where_; }
  std::array<real, most>& values() { return value_; }

 private:
  /// The columns of clamp.where.
  enum Column : std::uint8_t {
    on,
    layer_at,
    way,
    gate,
    first_unit,
    end_unit,
    first_step,
    end_step,
    columns
  };
  static_assert(columns == 8);
  std::int32_t at(std::size_t line, Column column) const { return where_[line * columns + column]; }
  void check_line(std::size_t line) const;

  Config config_;
  std::size_t gates_;
  bool any_ = false;
  std::array<std::int32_t, most * 8> where_{};
  std::array<real, most> value_{};
};

}  // namespace rnn
