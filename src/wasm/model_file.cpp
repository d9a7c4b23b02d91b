#include "model_file.hpp"

#include <array>
#include <cstdint>
#include <cstring>
#include <string>

#include "../rnn/archive.hpp"
#include "../rnn/error.hpp"
#include "../rnn/message.hpp"
#include "config_text.hpp"

namespace rnn {

namespace {

struct FileHead {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t real_size;
  std::uint64_t config_size;
  std::uint64_t state_size;
};
static_assert(sizeof(FileHead) == 32);

constexpr FileHead expected{{'R', 'N', 'N', 'm', 'o', 'd', 'e', 'l'}, 1, sizeof(real), 0, 0};
constexpr std::size_t sum_size = sizeof(std::uint64_t);

/// FNV-1a: each byte goes through an invertible step, so no single change leaves it as it was.
std::uint64_t sum_of(std::span<const std::byte> bytes) {
  std::uint64_t sum = 0xcbf29ce484222325ULL;
  for (const std::byte byte : bytes) {
    sum = (sum ^ std::to_integer<std::uint64_t>(byte)) * 0x100000001b3ULL;
  }
  return sum;
}

std::size_t state_size(Model& model) {
  Archive archive;
  model.archive(archive);
  return archive.size();
}

/// Everything about the bytes that can be judged before a model is made from them.
FileHead checked_head(std::span<const std::byte> bytes) {
  FileHead head{};
  if (bytes.size() < sizeof head + sum_size) {
    refuse({"the file has ", bytes.size(), " bytes, too few for a saved model"});
  }
  std::memcpy(&head, bytes.data(), sizeof head);
  if (head.magic != expected.magic) {
    refuse({"the file is not a model that was saved here"});
  }
  if (head.version != expected.version) {
    refuse({"the file is of version ", head.version, ", this engine reads version ",
            expected.version});
  }
  if (head.real_size != expected.real_size) {
    refuse({"the file's numbers have ", head.real_size, " bytes, this engine's have ",
            expected.real_size});
  }
  const std::uint64_t rest = bytes.size() - sizeof head - sum_size;
  if (head.config_size > rest || head.state_size != rest - head.config_size) {
    refuse({"the file is cut short or has grown: its ", bytes.size(),
            " bytes are not what its head says"});
  }
  std::uint64_t sum = 0;
  std::memcpy(&sum, bytes.data() + bytes.size() - sum_size, sum_size);
  if (sum != sum_of(bytes.first(bytes.size() - sum_size))) {
    refuse({"the file is damaged: its sum does not fit its content"});
  }
  return head;
}

}  // namespace

void save_model(Model& model, std::vector<std::byte>& bytes) {
  const std::string config = write_config(model.config());
  FileHead head = expected;
  head.config_size = config.size();
  head.state_size = state_size(model);
  bytes.resize(sizeof head + config.size() + head.state_size + sum_size);
  std::byte* at = bytes.data();
  std::memcpy(at, &head, sizeof head);
  std::memcpy(at += sizeof head, config.data(), config.size());
  const std::size_t state = sizeof head + config.size();
  Archive archive = Archive::writing(std::span(bytes).subspan(state));
  model.archive(archive);
  const std::uint64_t sum = sum_of(std::span(bytes).first(bytes.size() - sum_size));
  std::memcpy(bytes.data() + bytes.size() - sum_size, &sum, sum_size);
}

std::unique_ptr<Model> load_model(std::span<std::byte> bytes) {
  const FileHead head = checked_head(bytes);
  const auto config_size = static_cast<std::size_t>(head.config_size);
  const std::string_view config(reinterpret_cast<const char*>(bytes.data() + sizeof head),
                                config_size);
  auto model = std::make_unique<Model>(parse_config(config));
  if (state_size(*model) != head.state_size) {
    refuse({"the file's numbers are not those of the model that it describes"});
  }
  Archive archive = Archive::reading(bytes.subspan(sizeof head + config_size));
  model->archive(archive);
  return model;
}

}  // namespace rnn
