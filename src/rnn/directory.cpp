#include "directory.hpp"

#include <utility>

#include "error.hpp"
#include "message.hpp"

namespace rnn {

using Kind = NamedTensor::Kind;

void Directory::add(Entry entry) {
  names_ += entry.name;
  names_ += '\n';
  entries_.push_back(std::move(entry));
}

void Directory::add_fixed(std::string name, real* data, std::size_t rows, std::size_t columns) {
  add({std::move(name), Kind::reals, Form::fixed, data, rows, columns, columns, 0, {}});
}

void Directory::add_steps(std::string name, real* data, std::size_t width, std::size_t row_stride,
                          std::size_t first_slot) {
  add({std::move(name), Kind::reals, Form::steps, data, 0, width, row_stride, first_slot, {}});
}

void Directory::add_rows(std::string name, real* data, std::size_t width) {
  add({std::move(name), Kind::reals, Form::rows, data, 0, width, width, 0, {}});
}

void Directory::add_states(std::string name, real* data, std::size_t count, std::size_t width) {
  add({std::move(name), Kind::reals, Form::states, data, count, width, width, 0, {}});
}

void Directory::add_fixed_states(std::string name, real* data, std::size_t count, std::size_t rows,
                                 std::size_t width) {
  add({std::move(name), Kind::reals, Form::fixed_states, data, count, width, rows, 0, {}});
}

void Directory::add_step_reals(std::string name, real* data, Compute compute) {
  add({std::move(name), Kind::reals, Form::steps_only, data, 0, 0, 1, 0, std::move(compute)});
}

void Directory::add_computed(std::string name, real* data, std::size_t size, Compute compute) {
  add({std::move(name), Kind::reals, Form::fixed, data, size, 0, 1, 0, std::move(compute)});
}

void Directory::add_fixed_integers(std::string name, std::int32_t* data, std::size_t rows,
                                   std::size_t columns) {
  add({std::move(name), Kind::integers, Form::fixed, data, rows, columns, columns, 0, {}});
}

void Directory::add_step_integers(std::string name, std::int32_t* data) {
  add({std::move(name), Kind::integers, Form::steps_only, data, 0, 0, 1, 0, {}});
}

void Directory::add_row_integers(std::string name, std::int32_t* data) {
  add({std::move(name), Kind::integers, Form::rows_only, data, 0, 0, 1, 0, {}});
}

NamedTensor Directory::describe(const Entry& e, Batch batch) {
  switch (e.form) {
    case Form::fixed:
      if (e.columns == 0) return {e.kind, e.data, 1, {e.rows}, {1}};
      return {e.kind, e.data, 2, {e.rows, e.columns}, {e.columns, 1}};
    case Form::steps: {
      const std::size_t step = batch.rows * e.row_stride;
      real* first = static_cast<real*>(e.data) + e.first_slot * step;
      return {e.kind, first, 3, {batch.steps, batch.rows, e.columns}, {step, e.row_stride, 1}};
    }
    case Form::rows:
      return {e.kind, e.data, 2, {batch.rows, e.columns}, {e.columns, 1}};
    case Form::states:
      return {e.kind,
              e.data,
              3,
              {e.rows, batch.rows, e.columns},
              {batch.rows * e.columns, e.columns, 1}};
    case Form::fixed_states:
      return {e.kind,
              e.data,
              3,
              {e.rows, e.row_stride, e.columns},
              {e.row_stride * e.columns, e.columns, 1}};
    case Form::steps_only:
      return {e.kind, e.data, 2, {batch.steps, batch.rows}, {batch.rows, 1}};
    case Form::rows_only:
      break;
  }
  return {e.kind, e.data, 1, {batch.rows}, {1}};
}

NamedTensor Directory::find(std::string_view name, Batch batch) const {
  for (const Entry& entry : entries_) {
    if (entry.name != name) continue;
    if (entry.compute) entry.compute();
    return describe(entry, batch);
  }
  refuse({"no tensor is called \"", name, "\""});
}

}  // namespace rnn
