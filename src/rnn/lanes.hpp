#pragma once

#include <cstddef>

#include "elementary.hpp"
#include "tensor.hpp"

namespace rnn {

/// As many numbers as one SIMD register holds: 4 floats, 2 doubles.
using Lane = xsimd::batch<real>;

/// Where an elementwise formula stands: a row, its first unit, and how many units there are
/// before the row ends, if they do not fill a lane.
struct FullLane {
  std::size_t row;
  std::size_t unit;
};
struct LastLane {
  std::size_t row;
  std::size_t unit;
  std::size_t count;
};

/// Rows of units, borrowed, for formulas that hold unit by unit: `c[at]` reads and writes
/// one lane of row `at.row`.
class Units {
 public:
  class Slot;
  class PartialSlot;

  Units() = default;
  Units(real* data, std::size_t row_stride) : data_(data), row_stride_(row_stride) {}
  /// A view passed by const reference is one that is only read; so are these units then.
  explicit Units(const View<2>& view)
      : data_(const_cast<real*>(view.data())), row_stride_(rnn::row_stride(view)) {}

  /// The same rows, `units` further right: the next gate of a block of gates.
  Units shifted(std::size_t units) const { return {data_ + units, row_stride_}; }

  Slot operator[](FullLane at) const;
  PartialSlot operator[](LastLane at) const;

 private:
  real* data_ = nullptr;
  std::size_t row_stride_ = 0;
};

class Units::Slot {
 public:
  explicit Slot(real* address) : address_(address) {}
  Slot(const Slot&) = default;
  operator Lane() const { return Lane::load_unaligned(address_); }
  Lane operator=(const Lane& value) {
    value.store_unaligned(address_);
    return value;
  }
  Lane operator=(const Slot& other) { return *this = static_cast<Lane>(other); }
  Lane operator+=(const Lane& value) { return *this = static_cast<Lane>(*this) + value; }

 private:
  real* address_;
};

class Units::PartialSlot {
 public:
  PartialSlot(real* address, std::size_t count) : address_(address), count_(count) {}
  PartialSlot(const PartialSlot&) = default;
  operator Lane() const {
    alignas(Lane) real whole[Lane::size] = {};
    for (std::size_t k = 0; k < count_; ++k) whole[k] = address_[k];
    return Lane::load_aligned(whole);
  }
  Lane operator=(const Lane& value) {
    alignas(Lane) real whole[Lane::size];
    value.store_aligned(whole);
    for (std::size_t k = 0; k < count_; ++k) address_[k] = whole[k];
    return value;
  }
  Lane operator=(const PartialSlot& other) { return *this = static_cast<Lane>(other); }
  Lane operator+=(const Lane& value) { return *this = static_cast<Lane>(*this) + value; }

 private:
  real* address_;
  std::size_t count_;
};

inline Units::Slot Units::operator[](FullLane at) const {
  return Slot(data_ + at.row * row_stride_ + at.unit);
}

inline Units::PartialSlot Units::operator[](LastLane at) const {
  return PartialSlot(data_ + at.row * row_stride_ + at.unit, at.count);
}

/// One lane of units, whole or partial: it reads as a Lane in any formula.
template <class T>
inline constexpr bool is_lane_slot = false;
template <>
inline constexpr bool is_lane_slot<Units::Slot> = true;
template <>
inline constexpr bool is_lane_slot<Units::PartialSlot> = true;
template <class T>
concept LaneSlot = is_lane_slot<T>;

template <LaneSlot A, LaneSlot B>
Lane operator+(const A& a, const B& b) {
  return static_cast<Lane>(a) + static_cast<Lane>(b);
}
template <LaneSlot A, LaneSlot B>
Lane operator-(const A& a, const B& b) {
  return static_cast<Lane>(a) - static_cast<Lane>(b);
}
template <LaneSlot A, LaneSlot B>
Lane operator*(const A& a, const B& b) {
  return static_cast<Lane>(a) * static_cast<Lane>(b);
}
/// The functions once more, not to be inlined: for the few lanes at the end of a row, where a call
/// costs nothing that counts and the code stays small.
Lane sigmoid_call(const Lane& x);
Lane tanh_call(const Lane& x);

inline Lane sigmoid(const Units::Slot& a) {
  return sigmoid(static_cast<Lane>(a));
}
inline Lane sigmoid(const Units::PartialSlot& a) {
  return sigmoid_call(a);
}
inline Lane tanh(const Units::Slot& a) {
  return tanh(static_cast<Lane>(a));
}
inline Lane tanh(const Units::PartialSlot& a) {
  return tanh_call(a);
}
/// max(x, 0); NaN stays NaN, so that a run that leaves the numbers is seen to.
template <LaneSlot A>
Lane relu(const A& a) {
  const Lane x = a;
  return xsimd::select(x < Lane(real(0)), Lane(real(0)), x);
}

/// A number that decays without end falls into the subnormals, stays there, and slows many
/// processors down manifold; below this it is nothing, the same everywhere.
inline Lane or_zero(const Lane& x) {
  return xsimd::select(xsimd::abs(x) < Lane(real(1e-30)), Lane(real(0)), x);
}

/// Runs `formula(at)` for every unit of every listed row.
template <class Formula>
void for_each_unit(Rows rows, std::size_t units, const Formula& formula) {
  const std::size_t whole = units / Lane::size * Lane::size;
  for (const std::int32_t row : rows) {
    const auto r = static_cast<std::size_t>(row);
    for (std::size_t unit = 0; unit < whole; unit += Lane::size) formula(FullLane{r, unit});
    if (whole < units) formula(LastLane{r, whole, units - whole});
  }
}

/// The same for a flat run of numbers.
template <class Formula>
void for_each(std::size_t size, const Formula& formula) {
  constexpr std::int32_t first[] = {0};
  for_each_unit(Rows(first), size, formula);
}

}  // namespace rnn
