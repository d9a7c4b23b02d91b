#include "scan.hpp"

#include <algorithm>
#include <string_view>

#include "kernels.hpp"

namespace rnn {

Scan::Scan(const Config& config, std::size_t layer, bool reverse, Parameters& parameters)
    : cell_(&formula_of(config.cell)),
      prefix_("layer" + std::to_string(layer) + (reverse ? ".reverse." : ".")),
      features_(layer == 0 ? config.embedding : config.output()),
      hidden_(config.hidden),
      gates_(cell_->preactivations.size() * config.hidden),
      reverse_(reverse) {
  const std::string suffix = "_l" + std::to_string(layer) + (reverse ? "_reverse" : "");
  weight_ih_ = parameters.declare("rnn.weight_ih" + suffix, gates_, features_);
  weight_hh_ = parameters.declare("rnn.weight_hh" + suffix, gates_, hidden_);
  bias_ih_ = parameters.declare("rnn.bias_ih" + suffix, gates_);
  bias_hh_ = parameters.declare("rnn.bias_hh" + suffix, gates_);
}

void Scan::lay_out(Arena& tape, std::size_t max_rows, std::size_t max_steps) {
  // 64 bits: a plan must be able to say that it does not fit into 32.
  const std::uint64_t cells = max_rows * max_steps;
  const std::uint64_t states = (cells + max_rows) * hidden_;
  a_ = tape.take(cells * gates_);
  u_ = cell_->split ? tape.take(cells * gates_) : nullptr;
  activations_ = tape.take(cells * cell_->activations.size() * hidden_);
  h_ = tape.take(states);
  c_ = cell_->has_cell_state ? tape.take(states) : nullptr;
  da_ = tape.take(cells * gates_);
  du_ = cell_->split ? tape.take(cells * gates_) : da_;
  dh_ = tape.take(states);
  dc_ = cell_->has_cell_state ? tape.take(states) : nullptr;
  weight_ih_t_ = tape.take(features_ * gates_);
  weight_hh_t_ = tape.take(hidden_ * gates_);
}

void Scan::list(Directory& directory) const {
  const std::string gradient = "gradient." + prefix_;
  const std::size_t slot = output_slot(0);
  for (std::size_t k = 0; k < cell_->preactivations.size(); ++k) {
    const std::string name(cell_->preactivations[k]);
    directory.add_steps(prefix_ + name, a_ + k * hidden_, hidden_, gates_);
    directory.add_steps(gradient + name, da_ + k * hidden_, hidden_, gates_);
  }
  for (std::size_t k = 0; k < cell_->activations.size(); ++k) {
    directory.add_steps(prefix_ + std::string(cell_->activations[k]), activations_ + k * hidden_,
                        hidden_, cell_->activations.size() * hidden_);
  }
  directory.add_steps(prefix_ + "h", h_, hidden_, hidden_, slot);
  directory.add_steps(gradient + "h", dh_, hidden_, hidden_, slot);
  if (!cell_->has_cell_state) return;
  directory.add_steps(prefix_ + "c", c_, hidden_, hidden_, slot);
  directory.add_steps(gradient + "c", dc_, hidden_, hidden_, slot);
}

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

void Scan::forward(const Batch& batch, Parameters& parameters, const View<2>& x, const real* h_0,
                   const real* c_0) {
  const View<2> weight_ih_t = matrix(weight_ih_t_, features_, gates_);
  const View<2> weight_hh_t = matrix(weight_hh_t_, hidden_, gates_);
  const View<1> bias_hh = parameters.value_vector(bias_hh_);
  write_transposed(parameters.value(weight_ih_), weight_ih_t);
  write_transposed(parameters.value(weight_hh_), weight_hh_t);

  for (std::size_t b = 0; b < batch.rows(); ++b) {
    const std::size_t slot = first_slot(batch, b);
    std::copy_n(h_0 + b * hidden_, hidden_, state_of(h_, batch, slot, b));
    if (c_) std::copy_n(c_0 + b * hidden_, hidden_, state_of(c_, batch, slot, b));
  }
  // The input's part needs no state: one product for all steps at once.
  affine(batch.all_rows(), x, weight_ih_t, parameters.value_vector(bias_ih_),
         matrix(a_, batch.steps() * batch.rows(), gates_));

  for (std::size_t k = 0; k < batch.steps(); ++k) {
    const std::size_t t = reverse_ ? batch.steps() - 1 - k : k;
    const Rows rows = batch.rows_at(t);
    const View<2> h_prev = slot(h_, batch, input_slot(t));
    const std::size_t offset = t * batch.rows() * gates_;
    if (cell_->split) {
      affine(rows, h_prev, weight_hh_t, bias_hh, matrix(u_ + offset, batch.rows(), gates_));
    } else {
      affine_add(rows, h_prev, weight_hh_t, bias_hh, matrix(a_ + offset, batch.rows(), gates_));
    }
    cell_->forward(step(batch, t));
  }
}

void Scan::clear_state_gradients(const Batch& batch) {
  const std::size_t size = (batch.steps() + 1) * batch.rows() * hidden_;
  std::fill_n(dh_, size, real(0));
  if (dc_) std::fill_n(dc_, size, real(0));
}

void Scan::backward(const Batch& batch, Parameters& parameters, const View<2>& x, const View<2>& dx,
                    real* dh_0, real* dc_0) {
  const View<2> weight_hh = parameters.value(weight_hh_);
  for (std::size_t k = 0; k < batch.steps(); ++k) {
    const std::size_t t = reverse_ ? k : batch.steps() - 1 - k;
    cell_->backward(step(batch, t));
    const std::size_t offset = t * batch.rows() * gates_;
    affine_input_gradient(batch.rows_at(t), matrix(du_ + offset, batch.rows(), gates_), weight_hh,
                          slot(dh_, batch, input_slot(t)));
  }

  const std::size_t all = batch.steps() * batch.rows();
  const View<2> da = matrix(da_, all, gates_);
  const View<2> du = matrix(du_, all, gates_);
  // The state that step t starts from, for all steps: the slots without the last or the first.
  const View<2> h_prev = matrix(h_ + input_slot(0) * batch.rows() * hidden_, all, hidden_);
  affine_weight_gradient(batch.all_rows(), da, x, parameters.gradient(weight_ih_),
                         parameters.gradient_vector(bias_ih_));
  affine_weight_gradient(batch.all_rows(), du, h_prev, parameters.gradient(weight_hh_),
                         parameters.gradient_vector(bias_hh_));
  affine_input_gradient(batch.all_rows(), da, parameters.value(weight_ih_), dx);

  for (std::size_t b = 0; b < batch.rows(); ++b) {
    const std::size_t slot = first_slot(batch, b);
    std::copy_n(state_of(dh_, batch, slot, b), hidden_, dh_0 + b * hidden_);
    if (dc_) std::copy_n(state_of(dc_, batch, slot, b), hidden_, dc_0 + b * hidden_);
  }
}

}  // namespace rnn
