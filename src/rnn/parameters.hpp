#pragma once

#include <string>
#include <vector>

#include "arena.hpp"
#include "tensor.hpp"

namespace rnn {

/// Every trainable tensor of a model. Values and gradients are two blocks of one layout, and
/// so are an optimiser's moments: an update is one flat loop.
class Parameters {
 public:
  using Id = std::size_t;
  struct Entry {
    std::string name;  ///< PyTorch's
    std::size_t rows;
    std::size_t columns;  ///< 0: a vector of `rows` numbers
    std::size_t offset;
    std::size_t size() const { return rows * (columns == 0 ? 1 : columns); }
  };

  /// Before allocate(): a matrix of `rows` × `columns`, or a vector where columns is 0. After
  /// it, for a second network on the same weights: finds the one of that name.
  Id declare(std::string name, std::size_t rows, std::size_t columns = 0);

  /// Gives every declared tensor its place. Throws MemoryError.
  void allocate();

  View<2> value(Id id) { return matrix_of(values_, id); }
  View<2> gradient(Id id) { return matrix_of(gradients_, id); }
  View<1> value_vector(Id id) { return vector_of(values_, id); }
  View<1> gradient_vector(Id id) { return vector_of(gradients_, id); }

  const std::vector<Entry>& entries() const { return entries_; }
  Arena& values() { return values_; }
  Arena& gradients() { return gradients_; }
  const Arena& values() const { return values_; }
  const Arena& gradients() const { return gradients_; }
  /// Counts the updates, so that what was derived from the values can tell when it is old.
  std::uint64_t version() const { return version_; }
  void touch() { ++version_; }

  /// Numbers that are trained: without the gaps between the tensors.
  std::size_t count() const;

 private:
  View<2> matrix_of(Arena& block, Id id) {
    const Entry& entry = entries_[id];
    return matrix(block.data() + entry.offset, entry.rows, entry.columns);
  }
  View<1> vector_of(Arena& block, Id id) {
    const Entry& entry = entries_[id];
    return vector(block.data() + entry.offset, entry.rows);
  }

  std::vector<Entry> entries_;
  Arena plan_;
  Arena values_;
  Arena gradients_;
  std::uint64_t version_ = 0;
};

}  // namespace rnn
