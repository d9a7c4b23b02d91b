#include "network.hpp"

namespace rnn {

Network::Network(const Config& config, Parameters& parameters)
    : config_(config),
      batch_(config),
      clamps_(config),
      embedding_(config, parameters),
      recurrent_(config, parameters),
      summary_(config),
      head_(config, parameters) {}

void Network::lay_out() {
  const auto lay_out = [&](Arena& tape) {
    recurrent_.lay_out(tape, config_);
    summary_.lay_out(tape, config_);
    head_.lay_out(tape, config_);
  };
  Arena plan;
  lay_out(plan);
  tape_ = Arena(plan.used());
  lay_out(tape_);
}

void Network::list(Directory& directory) {
  batch_.list(directory);
  clamps_.list(directory);
  recurrent_.list(directory, batch_);
  summary_.list(directory);
  head_.list(directory);
}

void Network::prepare(Parameters& parameters) {
  recurrent_.prepare(parameters);
  head_.prepare(parameters);
}

void Network::forward(const Pass& pass) {
  embedding_.forward(pass, recurrent_.input(batch_));
  recurrent_.forward(pass);
  head_.forward(pass, summary_.forward(pass, recurrent_.output(batch_)));
}

void Network::backward(const Pass& pass) {
  recurrent_.clear_gradients(batch_);
  const View<2> doutput = recurrent_.output_gradient(batch_);
  head_.backward(pass, summary_.value(batch_, recurrent_.output(batch_)),
                 summary_.gradient(batch_, doutput));
  summary_.backward(pass, doutput);
  recurrent_.backward(pass);
  embedding_.backward(pass, recurrent_.input_gradient(batch_));
}

}  // namespace rnn
