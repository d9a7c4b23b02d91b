#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rnn/model.hpp"

/// Small models and batches for the tests, and their tensors by name.

constexpr rnn::Cell every_cell[] = {rnn::Cell::elman, rnn::Cell::lstm, rnn::Cell::gru};
constexpr rnn::Direction every_direction[] = {rnn::Direction::forward, rnn::Direction::backward,
                                              rnn::Direction::both};

/// What a failing check should name.
std::string name_of(const rnn::Config& config);

/// V = 7, D = 3, H = 5 (odd on purpose), K = 3, at most 3 rows of 5 tokens.
rnn::Config small_config(rnn::Cell cell, rnn::Direction direction, std::size_t layers = 1);

/// The numbers of a tensor, row-major.
std::vector<double> values(const rnn::Model& model, const std::string& tensor);
void set_values(rnn::Model& model, const std::string& tensor, const std::vector<double>& values);
void set_integers(rnn::Model& model, const std::string& tensor,
                  const std::vector<std::int32_t>& values);

/// Sequences as rows of tokens; shorter ones are padded with token 0.
struct Sequences {
  std::vector<std::vector<std::int32_t>> rows;
  std::vector<std::int32_t> labels;
};
Sequences small_sequences();

/// Makes `sequences` the batch in force; `steps` 0 means the longest row.
void set_batch(rnn::Model& model, const Sequences& sequences, std::size_t steps = 0);

/// Fills h0 and c0 of the batch in force with fixed numbers that are not zero.
void set_initial_states(rnn::Model& model);

/// Uniform in [−1, 1), the same in every build.
std::vector<double> drawn(std::size_t count, std::uint32_t seed);

/// max |a − b| / max |b|; 0 for two empty or two zero vectors.
double max_norm_error(const std::vector<double>& a, const std::vector<double>& b);
