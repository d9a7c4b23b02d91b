#include "batch.hpp"

#include <algorithm>
#include <string>

#include "error.hpp"

namespace rnn {

namespace {

void require_index(const char* what, std::int32_t value, std::size_t count, std::size_t row) {
  if (value >= 0 && static_cast<std::size_t>(value) < count) return;
  throw ArgumentError(std::string(what) + " " + std::to_string(value) + " of row " +
                      std::to_string(row) + " is not within 0 to " + std::to_string(count - 1));
}

void require_extent(const char* what, std::size_t value, std::size_t most) {
  if (value >= 1 && value <= most) return;
  throw ArgumentError(std::string(what) + " of the batch is " + std::to_string(value) +
                      ", the model was made for 1 to " + std::to_string(most));
}

}  // namespace

Batch::Batch(const Config& config)
    : vocabulary_(config.vocabulary),
      classes_(config.classes),
      max_rows_(config.max_batch),
      max_steps_(config.max_length),
      tokens_(max_rows_ * max_steps_),
      lengths_(max_rows_),
      labels_(max_rows_),
      row_of_(max_rows_ * max_steps_),
      flat_(max_rows_ * max_steps_),
      first_(max_steps_ + 1) {}

void Batch::resize(std::size_t rows, std::size_t steps) {
  require_extent("the number of rows", rows, max_rows_);
  require_extent("the length", steps, max_steps_);
  rows_ = rows;
  steps_ = steps;
}

void Batch::index(bool with_labels) {
  if (rows_ == 0) throw ArgumentError("the batch is empty; set its extent first");
  for (std::size_t b = 0; b < rows_; ++b) {
    const std::int32_t length = lengths_[b];
    if (length < 1 || static_cast<std::size_t>(length) > steps_) {
      throw ArgumentError("length " + std::to_string(length) + " of row " + std::to_string(b) +
                          " is not within 1 to " + std::to_string(steps_));
    }
    if (with_labels) require_index("label", labels_[b], classes_, b);
  }
  std::size_t count = 0;
  for (std::size_t t = 0; t < steps_; ++t) {
    first_[t] = count;
    for (std::size_t b = 0; b < rows_; ++b) {
      if (t >= length(b)) continue;
      require_index("token", tokens_[t * rows_ + b], vocabulary_, b);
      row_of_[count] = static_cast<std::int32_t>(b);
      flat_[count] = static_cast<std::int32_t>(t * rows_ + b);
      ++count;
    }
  }
  first_[steps_] = count;
}

void Batch::list(Directory& directory) {
  directory.add_step_integers("batch.tokens", tokens_.data());
  directory.add_row_integers("batch.lengths", lengths_.data());
  directory.add_row_integers("batch.labels", labels_.data());
}

}  // namespace rnn
