#include "directory.hpp"

#include <utility>

#include "error.hpp"

namespace rnn {

void Directory::add(Entry entry) {
  names_ += entry.name;
  names_ += '\n';
  entries_.push_back(std::move(entry));
}

void Directory::add_fixed(std::string name, real* data, std::size_t rows, std::size_t columns) {
  add({std::move(name), Form::fixed, data, rows, columns, columns, 0});
}

void Directory::add_steps(std::string name, real* data, std::size_t width, std::size_t row_stride,
                          std::size_t first_slot) {
  add({std::move(name), Form::steps, data, 0, width, row_stride, first_slot});
}

void Directory::add_rows(std::string name, real* data, std::size_t width) {
  add({std::move(name), Form::rows, data, 0, width, width, 0});
}

void Directory::add_states(std::string name, real* data, std::size_t count, std::size_t width) {
  add({std::move(name), Form::states, data, count, width, width, 0});
}

void Directory::add_step_integers(std::string name, std::int32_t* data) {
  add({std::move(name), Form::step_integers, data, 0, 0, 1, 0});
}

void Directory::add_row_integers(std::string name, std::int32_t* data) {
  add({std::move(name), Form::row_integers, data, 0, 0, 1, 0});
}

NamedTensor Directory::find(std::string_view name, Batch batch) const {
  using Kind = NamedTensor::Kind;
  for (const Entry& e : entries_) {
    if (e.name != name) continue;
    switch (e.form) {
      case Form::fixed:
        if (e.columns == 0) return {Kind::reals, e.data, 1, {e.rows}, {1}};
        return {Kind::reals, e.data, 2, {e.rows, e.columns}, {e.columns, 1}};
      case Form::steps: {
        const std::size_t step = batch.rows * e.row_stride;
        return {Kind::reals,
                static_cast<real*>(e.data) + e.first_slot * step,
                3,
                {batch.steps, batch.rows, e.columns},
                {step, e.row_stride, 1}};
      }
      case Form::rows:
        return {Kind::reals, e.data, 2, {batch.rows, e.columns}, {e.columns, 1}};
      case Form::states:
        return {Kind::reals,
                e.data,
                3,
                {e.rows, batch.rows, e.columns},
                {batch.rows * e.columns, e.columns, 1}};
      case Form::step_integers:
        return {Kind::integers, e.data, 2, {batch.steps, batch.rows}, {batch.rows, 1}};
      case Form::row_integers:
        return {Kind::integers, e.data, 1, {batch.rows}, {1}};
    }
  }
  throw ArgumentError("no tensor is called \"" + std::string(name) + "\"");
}

}  // namespace rnn
