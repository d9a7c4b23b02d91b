#pragma once

#include "lanes.hpp"

namespace rnn {

/// Units some of which are held: there an assignment gives the held value (of a gate) or 0
/// (of its gradient: what does not depend on the pre-activation hands nothing back). A held
/// unit has a number in `held`, a free one NaN.
template <class Inner, bool gradient>
class HeldSlot {
 public:
  HeldSlot(Inner inner, const Lane& held) : inner_(inner), held_(held) {}
  operator Lane() const { return inner_; }
  Lane operator=(const Lane& value) {
    const auto free = held_ != held_;
    return inner_ = xsimd::select(free, value, gradient ? Lane(real(0)) : held_);
  }

 private:
  Inner inner_;
  Lane held_;
};

template <bool gradient>
class HeldUnits {
 public:
  HeldUnits(const Units& units, const Units& held) : units_(units), held_(held) {}
  auto operator[](FullLane at) const {
    return HeldSlot<Units::Slot, gradient>(units_[at], held_[at]);
  }
  auto operator[](LastLane at) const {
    return HeldSlot<Units::PartialSlot, gradient>(units_[at], held_[at]);
  }

 private:
  Units units_, held_;
};

template <class Inner, bool gradient>
inline constexpr bool is_lane_slot<HeldSlot<Inner, gradient>> = true;

}  // namespace rnn
