#pragma once

#include "batch.hpp"
#include "clamps.hpp"
#include "embedding.hpp"
#include "head.hpp"
#include "recurrent.hpp"
#include "summary.hpp"

namespace rnn {

/// embedding → recurrent layers → summary → head, with the batch they work on and the tape
/// they write. Two networks can share one set of parameters: the one that is trained, and
/// the one-row one-step one that samples.
class Network {
 public:
  /// Declares its parameters, or finds them.
  Network(const Config& config, Parameters& parameters);
  Network(const Network&) = delete;
  Network& operator=(const Network&) = delete;

  /// Takes its memory; `parameters` are allocated by then.
  void lay_out();
  void list(Directory& directory);

  Batch& batch() { return batch_; }
  const Batch& batch() const { return batch_; }
  Clamps& clamps() { return clamps_; }
  Embedding& embedding() { return embedding_; }
  Recurrent& recurrent() { return recurrent_; }
  Head& head() { return head_; }
  const Head& head() const { return head_; }

  /// Takes over the weights as they are; to be called before forward wherever they changed.
  void prepare(Parameters& parameters);

  /// From the tokens of the batch, which is indexed, to logits and probabilities.
  void forward(const Pass& pass);

  /// Every gradient from that of the logits. Those of the parameters are added to.
  void backward(const Pass& pass);

 private:
  Config config_;
  Batch batch_;
  Clamps clamps_;
  Embedding embedding_;
  Recurrent recurrent_;
  Summary summary_;
  Head head_;
  Arena tape_;
};

}  // namespace rnn
