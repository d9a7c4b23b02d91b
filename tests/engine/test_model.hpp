#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "rnn/model.hpp"

/// Small models and batches for the tests, and their tensors by name.

constexpr rnn::Cell every_cell[] = {rnn::Cell::elman, rnn::Cell::lstm, rnn::Cell::gru};
constexpr rnn::Direction every_direction[] = {rnn::Direction::forward, rnn::Direction::backward,
                                              rnn::Direction::both};

constexpr rnn::HeadKind every_head[] = {rnn::HeadKind::last, rnn::HeadKind::mean,
                                        rnn::HeadKind::each, rnn::HeadKind::next};

/// What a failing check should name.
std::string name_of(const rnn::Config& config);

/// V = 7, D = 3, H = 5 (odd on purpose), K = 3, at most 3 rows of 5 tokens.
rnn::Config small_config(rnn::Cell cell, rnn::Direction direction, std::size_t layers = 1);

/// The same with another head; a head of next tokens has 7 classes.
rnn::Config with_head(rnn::Config config, rnn::HeadKind head);

/// A bag of embeddings with the sizes of small_config.
rnn::Config small_bag(rnn::HeadKind head = rnn::HeadKind::mean);

/// Calls `body(config)` for every cell × direction × number of layers × head, and every bag.
template <class Body>
void for_every_config(std::initializer_list<std::size_t> layer_counts, const Body& body) {
  for (const rnn::HeadKind head : every_head) {
    for (const rnn::Cell cell : every_cell) {
      for (const rnn::Direction direction : every_direction) {
        for (const std::size_t layers : layer_counts) {
          body(with_head(small_config(cell, direction, layers), head));
        }
      }
    }
    if (head != rnn::HeadKind::last) body(small_bag(head));
  }
}

/// The numbers of a tensor, row-major.
std::vector<double> values(const rnn::Model& model, const std::string& tensor);
void set_values(rnn::Model& model, const std::string& tensor, const std::vector<double>& values);
std::vector<std::int32_t> integers(const rnn::Model& model, const std::string& tensor);
void set_integers(rnn::Model& model, const std::string& tensor,
                  const std::vector<std::int32_t>& values);
/// Names of everything that is trained, and of the initial states.
std::vector<std::string> trained(const rnn::Model& model);

/// Sequences as rows of tokens; shorter ones are padded with token 0.
struct Sequences {
  std::vector<std::vector<std::int32_t>> rows;
  std::vector<std::int32_t> labels;
};
Sequences small_sequences();

/// Makes `sequences` the batch in force; `steps` 0 means the longest row. A head that labels
/// each step gets labels made from the tokens, some of which do not count.
void set_batch(rnn::Model& model, const Sequences& sequences, std::size_t steps = 0);

/// Fills h0 and c0 of the batch in force with fixed numbers that are not zero.
void set_initial_states(rnn::Model& model);

/// Uniform in [−1, 1), the same in every build.
std::vector<double> drawn(std::size_t count, std::uint32_t seed);

/// max |a − b| / max |b|; 0 for two empty or two zero vectors.
double max_norm_error(const std::vector<double>& a, const std::vector<double>& b);
