#pragma once

#include <algorithm>
#include <string>

#include "archive.hpp"
#include "recurrent.hpp"

namespace rnn {

/// The states that a sequence goes on from in the next batch: row b of a batch continues row
/// b of the one before. Zero at first.
class Carried {
 public:
  void lay_out(Arena& block, const Config& config, const Recurrent& recurrent) {
    max_rows_ = config.max_batch;
    width_ = recurrent.hidden();
    count_ = recurrent.state_count();
    h_ = block.take(size());
    c_ = recurrent.has_cell_state() ? block.take(size()) : nullptr;
  }
  /// `prefix`.h and, where there is one, .c: (layers · directions, max_batch, hidden).
  void list(Directory& directory, const std::string& prefix) const {
    directory.add_fixed_states(prefix + ".h", h_, count_, max_rows_, width_);
    if (c_) directory.add_fixed_states(prefix + ".c", c_, count_, max_rows_, width_);
  }

  void load_into(Recurrent& recurrent, const Batch& batch) const {
    recurrent.start_from(batch, h_, c_, max_rows_);
  }
  void store_from(const Recurrent& recurrent, const Batch& batch) {
    recurrent.store_last(batch, h_, c_, max_rows_);
  }
  void clear() {
    std::fill_n(h_, size(), real(0));
    if (c_) std::fill_n(c_, size(), real(0));
  }
  void archive(Archive& archive) {
    archive.numbers(h_, size());
    if (c_) archive.numbers(c_, size());
  }

 private:
  std::size_t size() const { return count_ * max_rows_ * width_; }

  std::size_t max_rows_ = 0, width_ = 0, count_ = 0;
  real* h_ = nullptr;
  real* c_ = nullptr;
};

}  // namespace rnn
