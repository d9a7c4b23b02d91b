#include "recurrent.hpp"

#include <algorithm>
#include <string>

#include "kernels.hpp"

namespace rnn {

namespace {

/// Copies or adds `source` (·, hidden) for the listed rows, at `column` of a wider matrix.
void put_beside(Rows rows, const View<2>& source, View<2> target, std::size_t column) {
  const Units from(source), to(target.data() + column, row_stride(target));
  for_each_unit(rows, source.shape()[1], [&](auto at) { to[at] = from[at]; });
}

void add_from_beside(Rows rows, const View<2>& source, std::size_t column, const View<2>& target) {
  const Units from = Units(source).shifted(column), to(target);
  for_each_unit(rows, target.shape()[1], [&](auto at) { to[at] += from[at]; });
}

}  // namespace

void Recurrent::prepare(Parameters& parameters) {
  for (Scan& scan : scans_) scan.prepare(parameters);
}

void Recurrent::clear_initial_states(const Batch& batch) {
  const std::size_t size = state_count() * batch.rows() * hidden_;
  std::fill_n(h_0_, size, real(0));
  if (c_0_) std::fill_n(c_0_, size, real(0));
}

void Recurrent::start_from(const Batch& batch, const real* h, const real* c, std::size_t max_rows) {
  for (std::size_t k = 0; k < state_count(); ++k) {
    const std::size_t to = k * batch.rows() * hidden_, from = k * max_rows * hidden_;
    std::copy_n(h + from, batch.rows() * hidden_, h_0_ + to);
    if (c_0_) std::copy_n(c + from, batch.rows() * hidden_, c_0_ + to);
  }
}

void Recurrent::store_last(const Batch& batch, real* h, real* c, std::size_t max_rows) const {
  for (std::size_t k = 0; k < state_count(); ++k) {
    for (std::size_t b = 0; b < batch.rows(); ++b) {
      const std::size_t to = (k * max_rows + b) * hidden_;
      std::copy_n(scans_[k].last_h(batch, b), hidden_, h + to);
      if (c_0_) std::copy_n(scans_[k].last_c(batch, b), hidden_, c + to);
    }
  }
}

void Recurrent::forward(const Pass& pass) {
  const Batch& batch = pass.batch;
  for (std::size_t layer = 0; layer < dropouts_.size(); ++layer) {
    const View<2> x = input_of(x_, batch, layer);
    dropouts_[layer].forward(pass, batch.all_rows(), x);
    if (layer == layers_) break;
    for (std::size_t way = 0; way < ways_; ++way) {
      const std::size_t initial = states(batch, layer, way);
      scan(layer, way).forward(pass, x, h_0_ + initial, c_0_ ? c_0_ + initial : nullptr);
      for (std::size_t t = 0; t < batch.steps(); ++t) {
        real* next = x_[layer + 1] + t * batch.rows() * output_;
        put_beside(batch.rows_at(t), scan(layer, way).output(batch, t),
                   matrix(next, batch.rows(), output_), way * hidden_);
      }
    }
  }
}

void Recurrent::clear_gradients(const Batch& batch) {
  for (Scan& scan : scans_) scan.clear_state_gradients(batch);
  for (std::size_t layer = 0; layer <= layers_; ++layer) {
    std::fill_n(dx_[layer], batch.steps() * batch.rows() * features(layer), real(0));
  }
}

void Recurrent::backward(const Pass& pass) {
  const Batch& batch = pass.batch;
  for (std::size_t layer = layers_; layer-- > 0;) {
    const View<2> dx = input_of(dx_, batch, layer);
    for (std::size_t way = 0; way < ways_; ++way) {
      for (std::size_t t = 0; t < batch.steps(); ++t) {
        real* above = dx_[layer + 1] + t * batch.rows() * output_;
        add_from_beside(batch.rows_at(t), matrix(above, batch.rows(), output_), way * hidden_,
                        scan(layer, way).output_gradient(batch, t));
      }
      const std::size_t initial = states(batch, layer, way);
      scan(layer, way)
          .backward(pass, input_of(x_, batch, layer), dx, dh_0_ + initial,
                    dc_0_ ? dc_0_ + initial : nullptr);
    }
    dropouts_[layer].backward(pass, batch.all_rows(), dx);
  }
  if (layers_ == 0) dropouts_[0].backward(pass, batch.all_rows(), input_gradient(batch));
}

}  // namespace rnn
