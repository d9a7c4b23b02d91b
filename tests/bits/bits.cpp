// The cases of cases.mjs on the engine built for this machine, as workload.ts runs them on what
// ships; what both draw and hash must stay the same to the bit.
//
//     bits cases.json     prints {"name": "hash", …}

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "rnn/model.hpp"
#include "wasm/config_text.hpp"

namespace {

using nlohmann::json;
using Row = std::vector<std::int32_t>;

/// FNV-1a over the bytes of doubles.
class Hash {
 public:
  void add(double number) {
    unsigned char bytes[sizeof number];
    std::memcpy(bytes, &number, sizeof number);
    for (const unsigned char byte : bytes) sum_ = (sum_ ^ byte) * 0x100000001b3ULL;
  }
  std::string text() const {
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(sum_));
    return digits;
  }

 private:
  std::uint64_t sum_ = 0xcbf29ce484222325ULL;
};

/// A linear congruential generator of 32 bits.
class Draw {
 public:
  std::int32_t below(std::uint32_t bound) {
    state_ = state_ * 1664525U + 1013904223U;
    return static_cast<std::int32_t>((state_ >> 8U) % bound);
  }

 private:
  std::uint32_t state_ = 2463534242U;
};

std::int32_t* integers(rnn::Model& model, const char* name) {
  return static_cast<std::int32_t*>(model.tensor(name).data);
}

std::vector<Row> draw_rows(Draw& draw, std::size_t vocabulary) {
  std::vector<Row> rows(5);
  for (Row& row : rows) {
    row.resize(1 + static_cast<std::size_t>(draw.below(5)));
    for (std::int32_t& token : row) token = draw.below(static_cast<std::uint32_t>(vocabulary));
  }
  return rows;
}

void set_sequences(rnn::Model& model, const std::vector<Row>& rows) {
  std::size_t steps = 0;
  for (const Row& row : rows) steps = std::max(steps, row.size());
  model.set_batch(rows.size(), steps);
  for (std::size_t b = 0; b < rows.size(); ++b) {
    integers(model, "batch.lengths")[b] = static_cast<std::int32_t>(rows[b].size());
    for (std::size_t t = 0; t < rows[b].size(); ++t) {
      integers(model, "batch.tokens")[t * rows.size() + b] = rows[b][t];
    }
  }
}

void set_labels(rnn::Model& model, Draw& draw, const std::vector<Row>& rows) {
  const rnn::Config& config = model.config();
  if (config.head != rnn::HeadKind::each) {
    const std::size_t classes = config.head == rnn::HeadKind::next ? config.vocabulary : 3;
    for (std::size_t b = 0; b < rows.size(); ++b) {
      integers(model, "batch.labels")[b] = draw.below(static_cast<std::uint32_t>(classes));
    }
    return;
  }
  for (std::size_t b = 0; b < rows.size(); ++b) {
    for (std::size_t t = 0; t < rows[b].size(); ++t) {
      // The first step of each row always counts: a batch without any label is refused.
      const std::int32_t label = t == 0 ? draw.below(3) : draw.below(4) - 1;
      integers(model, "batch.targets")[t * rows.size() + b] = label;
    }
  }
}

void hold_gate(rnn::Model& model) {
  constexpr std::int32_t where[] = {1, 0, 1, 1, 3, 6, 1, 4};
  std::copy(std::begin(where), std::end(where), integers(model, "clamp.where"));
  *static_cast<rnn::real*>(model.tensor("clamp.value").data) = rnn::real(0.25);
}

void add_sample(rnn::Model& model, Hash& hash) {
  model.begin_sampling(7);
  std::int32_t token = 0;
  for (int n = 0; n < 100; ++n) {
    token = model.sample(token, 0.9, 9);
    hash.add(token);
  }
}

std::string run(const json& one, int steps) {
  rnn::Model model(rnn::parse_config(one.at("text").get<std::string>()));
  if (one.at("clamp").get<bool>()) hold_gate(model);
  Draw draw;
  Hash hash;
  for (int step = 0; step < steps && model.report().diverged_at == 0; ++step) {
    const std::vector<Row> rows = draw_rows(draw, model.config().vocabulary);
    set_sequences(model, rows);
    set_labels(model, draw, rows);
    const rnn::Report& report = model.train_step();
    hash.add(report.loss);
    hash.add(report.gradient_norm);
  }
  const std::uint64_t diverged_at = model.report().diverged_at;
  hash.add(static_cast<double>(diverged_at));
  hash.add(model.evaluate().loss);
  const rnn::NamedTensor table = model.tensor("embedding.weight");
  for (std::size_t k = 0; k < table.shape[0] * table.shape[1]; ++k) {
    hash.add(static_cast<rnn::real*>(table.data)[k]);
  }
  if (one.at("samples").get<bool>()) add_sample(model, hash);
  if (diverged_at == 0) return hash.text();
  return hash.text() + " diverged at " + std::to_string(diverged_at);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fprintf(stderr, "Usage: bits cases.json\n");
    return 2;
  }
  const json file = json::parse(std::ifstream(arguments[1]));
  json hashes = json::object();
  for (const json& one : file.at("cases")) {
    hashes[one.at("name").get<std::string>()] = run(one, file.at("steps"));
  }
  std::printf("%s\n", hashes.dump().c_str());
  return 0;
}
