#pragma once

#include <cstdint>
#include <vector>

#include "head.hpp"

namespace rnn {

/// What all batches since `begin` say together: any number of sequences, evaluated batch by
/// batch, as if they were one.
class Evaluation {
 public:
  explicit Evaluation(const Config& config);

  void list(Directory& directory);

  void begin();
  void add(const Score& score, const Batch& batch, const Head& head);

  /// Weighted mean over every place that counts; 0 before the first.
  double loss() const { return weight_ == 0 ? 0 : loss_sum_ / weight_; }
  std::uint64_t correct() const { return correct_; }
  std::uint64_t count() const { return count_; }

 private:
  /// More classes than this fill no picture, and K² numbers are too many.
  static constexpr std::size_t most_classes = 256;

  std::size_t classes_;
  double loss_sum_ = 0;
  double weight_ = 0;
  std::uint64_t correct_ = 0;
  std::uint64_t count_ = 0;
  std::vector<std::int32_t> confusion_;  ///< (K, K): the right class, then the predicted one
};

}  // namespace rnn
