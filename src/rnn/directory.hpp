#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tensor.hpp"

namespace rnn {

/// A tensor as the outside sees it: row-major by strides, counted in elements.
struct NamedTensor {
  enum class Kind : std::uint8_t { reals, integers };
  Kind kind;
  void* data;
  std::size_t rank;
  std::array<std::size_t, 4> shape;
  std::array<std::size_t, 4> strides;
};

/// The names of everything inside a model. What a figure wants to show is found here by its
/// name; a new intermediate is one line where it is computed, and no new function.
class Directory {
 public:
  /// Sizes that follow the batch in force.
  struct Batch {
    std::size_t rows;
    std::size_t steps;
  };

  /// Fills a tensor that nobody needs while training, for the batch in force.
  using Compute = std::function<void()>;

  /// (rows, columns), or (rows) where columns is 0.
  void add_fixed(std::string name, real* data, std::size_t rows, std::size_t columns);
  /// (steps, batch, width); `first_slot` 1 leaves out the state before the first step.
  void add_steps(std::string name, real* data, std::size_t width, std::size_t row_stride,
                 std::size_t first_slot = 0);
  /// (batch, width).
  void add_rows(std::string name, real* data, std::size_t width);
  /// (count, batch, width).
  void add_states(std::string name, real* data, std::size_t count, std::size_t width);
  /// (count, rows, width), whatever the batch.
  void add_fixed_states(std::string name, real* data, std::size_t count, std::size_t rows,
                        std::size_t width);
  /// (steps, batch), computed when it is asked for.
  void add_step_reals(std::string name, real* data, Compute compute);
  /// (size), computed when it is asked for.
  void add_computed(std::string name, real* data, std::size_t size, Compute compute);
  /// (rows, columns), or (rows) where columns is 0, integers.
  void add_fixed_integers(std::string name, std::int32_t* data, std::size_t rows,
                          std::size_t columns = 0);
  /// (steps, batch) and (batch), integers.
  void add_step_integers(std::string name, std::int32_t* data);
  void add_row_integers(std::string name, std::int32_t* data);

  /// Computes what is computed when asked for. Throws ArgumentError for a name that is not
  /// there.
  NamedTensor find(std::string_view name, Batch batch) const;

  /// All names, one a line.
  const std::string& names() const { return names_; }

 private:
  /// What the extents follow: nothing, or the batch in force.
  enum class Form : std::uint8_t {
    fixed,
    steps,
    rows,
    states,
    fixed_states,
    steps_only,
    rows_only
  };
  struct Entry {
    std::string name;
    NamedTensor::Kind kind;
    Form form;
    void* data;
    std::size_t rows;
    std::size_t columns;
    std::size_t row_stride;
    std::size_t first_slot;
    Compute compute;
  };
  void add(Entry entry);
  static NamedTensor describe(const Entry& entry, Batch batch);

  std::vector<Entry> entries_;
  std::string names_;
};

}  // namespace rnn
