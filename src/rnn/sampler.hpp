#pragma once

#include <vector>

#include "network.hpp"
#include "random.hpp"

namespace rnn {

/// Draws text token by token from a model whose head answers with the next token: a network
/// of one row and one step on the model's weights, so a token costs one step, whatever came
/// before it, and training is not disturbed.
class Sampler {
 public:
  /// `config` is the model's. Throws ArgumentError if it has no next token to draw, or reads
  /// what is not written yet.
  Sampler(const Config& config, Parameters& parameters);

  void list(Directory& directory);

  /// States to zero, the generator to `seed`.
  void begin(Parameters& parameters, std::uint32_t seed);

  bool begun() const { return begun_; }

  /// Feeds `token`, then draws the next one from softmax(logits / temperature) among the
  /// `top_k` likeliest (0: all). Temperature 0 takes the likeliest, the first of equals.
  /// Throws ArgumentError, and changes nothing then.
  std::int32_t step(Parameters& parameters, std::int32_t token, double temperature,
                    std::size_t top_k);

 private:
  void keep_likeliest(const real* logits, std::size_t top_k);
  std::int32_t draw();

  std::size_t classes_;
  Network network_;
  Random random_{0, "sample"};
  bool begun_ = false;
  std::uint64_t version_ = 0;        ///< of the weights that were taken over
  std::vector<std::int32_t> order_;  ///< the tokens that can be drawn come first
  std::vector<real> probabilities_;  ///< that a token is drawn
};

/// Whether a sampler can be made.
bool can_sample(const Config& config);

}  // namespace rnn
