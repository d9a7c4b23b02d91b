#pragma once

#include <cstdint>
#include <functional>

/// What a host that makes no mistake writes into a live model, from the numbers that `next`
/// gives: with anything else a model is refused so early that little of it is tried.
namespace plausible {

using Next = std::function<std::uint32_t()>;

/// An extent of the batch that the model has room for.
void extent(std::int32_t model, const Next& next);
/// Tokens, lengths and labels of the batch in force.
void batch(std::int32_t model, const Next& next);
/// probe.objective: what is to be differentiated.
void objective(std::int32_t model, const Next& next);
/// A line of clamp.where, which holds some gate.
void clamp(std::int32_t model, const Next& next);

}  // namespace plausible
