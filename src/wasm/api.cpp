#include "api.h"

#include <stdexcept>

#include "config_text.hpp"
#include "host.hpp"
#include "model_file.hpp"

using namespace boundary;

extern "C" {

std::int32_t rnn_abi_version(void) {
  return 2;
}
char* rnn_text(void) {
  return host.text.data();
}
std::int32_t rnn_text_size(void) {
  return static_cast<std::int32_t>(host.text.size());
}
const char* rnn_error(void) {
  return host.error.data();
}

std::int32_t rnn_create(void) {
  return with_new_model([] { return std::make_unique<Model>(rnn::parse_config(text_in())); });
}

std::int32_t rnn_destroy(std::int32_t model) {
  return with_model(model, [&](Model&) {
    slot_of(model)->model.reset();
    return RNN_OK;
  });
}

std::int32_t rnn_set_batch(std::int32_t model, std::int32_t batch, std::int32_t length) {
  return with_model(model, [&](Model& m) {
    m.set_batch(size_of(batch, "batch"), size_of(length, "length"));
    return RNN_OK;
  });
}

std::int32_t rnn_forward(std::int32_t model) {
  return with_model(model, [](Model& m) { return m.forward(), RNN_OK; });
}

std::int32_t rnn_evaluate(std::int32_t model) {
  return with_model(model, [](Model& m) { return m.evaluate(), RNN_OK; });
}

std::int32_t rnn_begin_evaluation(std::int32_t model) {
  return with_model(model, [](Model& m) { return m.begin_evaluation(), RNN_OK; });
}

std::int32_t rnn_train_step(std::int32_t model) {
  return with_model(model, [](Model& m) { return m.train_step(), RNN_OK; });
}

std::int32_t rnn_set_learning_rate(std::int32_t model, double learning_rate) {
  return with_model(model, [&](Model& m) { return m.set_learning_rate(learning_rate), RNN_OK; });
}

const double* rnn_report(std::int32_t model) {
  const std::int32_t status = with_model(model, [](const Model& m) {
    const rnn::Report& report = m.report();
    host.report[RNN_REPORT_STEP] = static_cast<double>(report.step);
    host.report[RNN_REPORT_LOSS] = report.loss;
    host.report[RNN_REPORT_CORRECT] = static_cast<double>(report.correct);
    host.report[RNN_REPORT_GRADIENT_NORM] = report.gradient_norm;
    host.report[RNN_REPORT_DIVERGED_AT] = static_cast<double>(report.diverged_at);
    host.report[RNN_REPORT_KEPT_STEP] = static_cast<double>(report.kept_step);
    host.report[RNN_REPORT_COUNT] = static_cast<double>(report.count);
    host.report[RNN_REPORT_EVALUATED_LOSS] = m.evaluation().loss();
    host.report[RNN_REPORT_EVALUATED_CORRECT] = static_cast<double>(m.evaluation().correct());
    host.report[RNN_REPORT_EVALUATED_COUNT] = static_cast<double>(m.evaluation().count());
    return RNN_OK;
  });
  return status == RNN_OK ? host.report.data() : nullptr;
}

std::int32_t rnn_configuration(std::int32_t model) {
  return with_model(model, [](const Model& m) {
    const std::string text = rnn::write_config(m.config());
    if (text.size() >= host.text.size()) throw std::length_error("a configuration is too long");
    std::copy_n(text.c_str(), text.size() + 1, host.text.begin());
    return RNN_OK;
  });
}

std::int32_t rnn_parameter_count(std::int32_t model) {
  return with_model(model,
                    [](const Model& m) { return static_cast<std::int32_t>(m.parameter_count()); });
}

const char* rnn_tensor_names(std::int32_t model) {
  const char* names = nullptr;
  with_model(model, [&](const Model& m) { return names = m.tensor_names().c_str(), RNN_OK; });
  return names;
}

std::int32_t rnn_tensor(std::int32_t model) {
  return with_model(model, [](const Model& m) {
    const rnn::NamedTensor tensor = m.tensor(text_in());
    host.descriptor[RNN_TENSOR_ADDRESS] = address(tensor.data);
    host.descriptor[RNN_TENSOR_KIND] = tensor.kind == rnn::NamedTensor::Kind::integers ? 1 : 0;
    host.descriptor[RNN_TENSOR_RANK] = static_cast<std::int32_t>(tensor.rank);
    for (std::size_t axis = 0; axis < tensor.shape.size(); ++axis) {
      host.descriptor[RNN_TENSOR_SHAPE + axis] = static_cast<std::int32_t>(tensor.shape[axis]);
      host.descriptor[RNN_TENSOR_STRIDES + axis] = static_cast<std::int32_t>(tensor.strides[axis]);
    }
    return RNN_OK;
  });
}

const std::int32_t* rnn_tensor_descriptor(void) {
  return host.descriptor.data();
}

void* rnn_bytes(std::int32_t size) {
  const std::int32_t status = guarded([&]() -> std::int32_t {
    const std::size_t wanted = size_of(size, "the number of bytes");
    if (wanted == host.bytes.size()) return RNN_OK;
    std::vector<std::byte>().swap(host.bytes);  // a clear() would keep the memory
    host.bytes.resize(wanted);
    return RNN_OK;
  });
  return status == RNN_OK && size > 0 ? host.bytes.data() : nullptr;
}

std::int32_t rnn_save(std::int32_t model) {
  return with_model(model, [](Model& m) {
    std::vector<std::byte>().swap(host.bytes);
    rnn::save_model(m, host.bytes);
    return static_cast<std::int32_t>(host.bytes.size());
  });
}

std::int32_t rnn_load(void) {
  return with_new_model([] { return rnn::load_model(host.bytes); });
}

std::int32_t rnn_begin_sampling(std::int32_t model, std::uint32_t seed) {
  return with_model(model, [&](Model& m) { return m.begin_sampling(seed), RNN_OK; });
}

std::int32_t rnn_sample(std::int32_t model, std::int32_t token, double temperature,
                        std::int32_t top_k) {
  return with_model(
      model, [&](Model& m) { return m.sample(token, temperature, size_of(top_k, "top_k")); });
}

}  // extern "C"
