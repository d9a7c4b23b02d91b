#include "batch.hpp"

#include <algorithm>
#include <string>

#include "error.hpp"
#include "message.hpp"

namespace rnn {

namespace {

/// `least` −1 lets an answer be left open.
void require_index(const char* what, std::int32_t value, std::size_t count, std::size_t row,
                   std::int32_t least = 0) {
  if (value >= least && value < static_cast<std::int64_t>(count)) return;
  refuse({what, " ", value, " of row ", row, " is not within ", least, " to ", count - 1});
}

void require_extent(const char* what, std::size_t value, std::size_t most) {
  if (value >= 1 && value <= most) return;
  refuse({what, " of the batch is ", value, ", the model was made for 1 to ", most});
}

}  // namespace

Batch::Batch(const Config& config)
    : vocabulary_(config.vocabulary),
      classes_(config.classes),
      max_rows_(config.max_batch),
      max_steps_(config.max_length),
      head_(config.head),
      every_step_(config.every_step()),
      tokens_(max_rows_ * max_steps_),
      lengths_(max_rows_),
      labels_(max_rows_),
      targets_(head_ == HeadKind::each ? max_rows_ * max_steps_ : 0),
      row_of_(max_rows_ * max_steps_),
      flat_(max_rows_ * max_steps_),
      target_of_(every_step_ ? max_rows_ * max_steps_ : max_rows_),
      first_(max_steps_ + 1),
      repeats_(vocabulary_, max_rows_ * max_steps_) {}

void Batch::resize(std::size_t rows, std::size_t steps) {
  require_extent("the number of rows", rows, max_rows_);
  require_extent("the length", steps, max_steps_);
  rows_ = rows;
  steps_ = steps;
}

void Batch::index(bool with_labels) {
  if (rows_ == 0) refuse({"the batch is empty; set its extent first"});
  for (std::size_t b = 0; b < rows_; ++b) {
    const std::int32_t length = lengths_[b];
    if (length < 1 || static_cast<std::size_t>(length) > steps_) {
      refuse({"length ", length, " of row ", b, " is not within 1 to ", steps_});
    }
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
  repeats_.index(all_rows(), tokens());
  if (with_labels) index_targets();
}

void Batch::index_targets() {
  if (!every_step_) {
    for (std::size_t b = 0; b < rows_; ++b) {
      require_index("label", labels_[b], classes_, b);
      target_of_[b] = labels_[b];
    }
    return;
  }
  for (std::size_t t = 0; t < steps_; ++t) {
    for (const std::int32_t row : rows_at(t)) {
      const auto b = static_cast<std::size_t>(row);
      const std::int32_t target = target_at(t, b);
      require_index("label", target, classes_, b, -1);
      target_of_[t * rows_ + b] = target;
    }
  }
}

std::int32_t Batch::target_at(std::size_t t, std::size_t row) const {
  if (head_ == HeadKind::each) return targets_[t * rows_ + row];
  return t + 1 < length(row) ? tokens_[(t + 1) * rows_ + row] : labels_[row];
}

void Batch::set_single(std::int32_t token) {
  resize(1, 1);
  tokens_[0] = token;
  lengths_[0] = 1;
}

void Batch::list(Directory& directory) {
  directory.add_step_integers("batch.tokens", tokens_.data());
  directory.add_row_integers("batch.lengths", lengths_.data());
  directory.add_row_integers("batch.labels", labels_.data());
  if (head_ == HeadKind::each) directory.add_step_integers("batch.targets", targets_.data());
}

}  // namespace rnn
