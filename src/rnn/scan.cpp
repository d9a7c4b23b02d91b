#include "scan.hpp"

#include <algorithm>
#include <string_view>

#include "kernels.hpp"
#include "product.hpp"

namespace rnn {

Step Scan::step(const Batch& batch, std::size_t t) const {
  const auto state = [&](real* states, std::size_t slot) {
    return states ? units(states, batch, slot, hidden_) : Units();
  };
  Step step;
  step.rows = batch.rows_at(t);
  step.hidden = hidden_;
  step.a = units(a_, batch, t, gates_);
  step.u = u_ ? units(u_, batch, t, gates_) : Units();
  step.activations = units(activations_, batch, t, cell_->activations.size() * hidden_);
  step.h_prev = state(h_, input_slot(t));
  step.h = state(h_, output_slot(t));
  step.c_prev = state(c_, input_slot(t));
  step.c = state(c_, output_slot(t));
  step.da = units(da_, batch, t, gates_);
  step.du = units(du_, batch, t, gates_);
  step.dh_prev = state(dh_, input_slot(t));
  step.dh = state(dh_, output_slot(t));
  step.dc_prev = state(dc_, input_slot(t));
  step.dc = state(dc_, output_slot(t));
  return step;
}

/// Puts the clamps of step t into the step; false where nothing is held.
bool Scan::hold(const Pass& pass, std::size_t t, Step& step) const {
  const std::size_t size = cell_->activations.size() * hidden_;
  if (!pass.clamps.hold(layer_, reverse_, t, held_, size)) return false;
  step.held = Units(held_, 0);
  return true;
}

void Scan::prepare(Parameters& parameters) {
  weight_ih_t_ = pack_transposed(parameters.value(weight_ih_), packed_.weight_ih_t);
  weight_hh_t_ = pack_transposed(parameters.value(weight_hh_), packed_.weight_hh_t);
}

void Scan::forward(const Pass& pass, const View<2>& x, const real* h_0, const real* c_0) {
  const Batch& batch = pass.batch;
  const View<1> bias_hh = pass.parameters.value_vector(bias_hh_);

  for (std::size_t b = 0; b < batch.rows(); ++b) {
    const std::size_t slot = first_slot(batch, b);
    std::copy_n(h_0 + b * hidden_, hidden_, state_of(h_, batch, slot, b));
    if (c_) std::copy_n(c_0 + b * hidden_, hidden_, state_of(c_, batch, slot, b));
  }
  // The input's part needs no state: one product for all steps at once.
  const View<2> a = matrix(a_, batch.steps() * batch.rows(), gates_);
  const bool once = repeats(pass);
  affine(once ? batch.repeats().first_places() : batch.all_rows(), x, weight_ih_t_,
         pass.parameters.value_vector(bias_ih_), a);
  if (once) batch.repeats().spread(a);

  for (std::size_t k = 0; k < batch.steps(); ++k) {
    const std::size_t t = reverse_ ? batch.steps() - 1 - k : k;
    const Rows rows = batch.rows_at(t);
    const View<2> h_prev = slot(h_, batch, input_slot(t));
    const std::size_t offset = t * batch.rows() * gates_;
    if (cell_->split) {
      affine(rows, h_prev, weight_hh_t_, bias_hh, matrix(u_ + offset, batch.rows(), gates_));
    } else {
      affine_add(rows, h_prev, weight_hh_t_, bias_hh, matrix(a_ + offset, batch.rows(), gates_));
    }
    Step now = step(batch, t);
    const bool held = hold(pass, t, now);
    held ? cell_->forward_clamped(now) : cell_->forward(now);
  }
}

void Scan::clear_state_gradients(const Batch& batch) {
  const std::size_t size = (batch.steps() + 1) * batch.rows() * hidden_;
  std::fill_n(dh_, size, real(0));
  if (dc_) std::fill_n(dc_, size, real(0));
}

/// Truncated backpropagation through time: is the state that step t of a row starts from
/// the end of a stretch of `truncate` steps? (The state before the first step never is: what
/// its gradient is for, the caller decides.)
bool Scan::is_cut(const Batch& batch, std::size_t t, std::size_t row) const {
  const std::size_t read = reverse_ ? batch.length(row) - 1 - t : t;
  return read != 0 && read % truncate_ == 0;
}

/// Calls `copy(state, kept)` for the gradients of every state of step t that is cut: what the
/// head and the layer above said of it is put aside before the step, and put back after it.
template <class Copy>
void Scan::for_each_cut(const Batch& batch, std::size_t t, const Copy& copy) {
  if (truncate_ == 0) return;
  for (const std::int32_t row : batch.rows_at(t)) {
    const auto b = static_cast<std::size_t>(row);
    if (!is_cut(batch, t, b)) continue;
    copy(state_of(dh_, batch, input_slot(t), b), cut_dh_ + b * hidden_);
    if (dc_) copy(state_of(dc_, batch, input_slot(t), b), cut_dc_ + b * hidden_);
  }
}

void Scan::drop_negligible(const Batch& batch, std::size_t t) {
  const Units dh_prev(slot(dh_, batch, input_slot(t)));
  for_each_unit(batch.rows_at(t), hidden_, [&](auto at) { dh_prev[at] = or_zero(dh_prev[at]); });
  if (!dc_) return;
  const Units dc_prev(slot(dc_, batch, input_slot(t)));
  for_each_unit(batch.rows_at(t), hidden_, [&](auto at) { dc_prev[at] = or_zero(dc_prev[at]); });
}

void Scan::back_through(const Pass& pass, std::size_t t, const Panels& weight_hh) {
  const Batch& batch = pass.batch;
  for_each_cut(batch, t, [&](real* state, real* kept) { std::copy_n(state, hidden_, kept); });
  Step now = step(batch, t);
  const bool held = hold(pass, t, now);
  held ? cell_->backward_clamped(now) : cell_->backward(now);
  const std::size_t offset = t * batch.rows() * gates_;
  affine_input_gradient(batch.rows_at(t), matrix(du_ + offset, batch.rows(), gates_), weight_hh,
                        slot(dh_, batch, input_slot(t)));
  drop_negligible(batch, t);
  for_each_cut(batch, t, [&](real* state, real* kept) { std::copy_n(kept, hidden_, state); });
}

void Scan::backward(const Pass& pass, const View<2>& x, const View<2>& dx, real* dh_0, real* dc_0) {
  const Batch& batch = pass.batch;
  Parameters& parameters = pass.parameters;
  const Panels weight_hh = pack(parameters.value(weight_hh_), packed_.weight_hh);
  for (std::size_t k = 0; k < batch.steps(); ++k) {
    back_through(pass, reverse_ ? k : batch.steps() - 1 - k, weight_hh);
  }

  const std::size_t all = batch.steps() * batch.rows();
  const View<2> da = matrix(da_, all, gates_);
  const View<2> du = matrix(du_, all, gates_);
  // The state that step t starts from, for all steps: the slots without the last or the first.
  const View<2> h_prev = matrix(h_ + input_slot(0) * batch.rows() * hidden_, all, hidden_);
  const bool once = repeats(pass);
  const Rows places = once ? batch.repeats().first_places() : batch.all_rows();
  const View<2> da_sums = once ? matrix(da_sums_, all, gates_) : da;
  if (once) batch.repeats().fold(da, da_sums);
  affine_weight_gradient(places, da_sums, x, parameters.gradient(weight_ih_),
                         parameters.gradient_vector(bias_ih_));
  affine_weight_gradient(batch.all_rows(), du, h_prev, parameters.gradient(weight_hh_),
                         parameters.gradient_vector(bias_hh_));
  // A token's row of the embedding gets the sum over its places: while training, of da already.
  affine_input_gradient(pass.training ? places : batch.all_rows(), pass.training ? da_sums : da,
                        pack(parameters.value(weight_ih_), packed_.weight_ih), dx);

  for (std::size_t b = 0; b < batch.rows(); ++b) {
    const std::size_t slot = first_slot(batch, b);
    std::copy_n(state_of(dh_, batch, slot, b), hidden_, dh_0 + b * hidden_);
    if (dc_) std::copy_n(state_of(dc_, batch, slot, b), hidden_, dc_0 + b * hidden_);
  }
}

}  // namespace rnn
