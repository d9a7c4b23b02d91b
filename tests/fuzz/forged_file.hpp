#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// A model file in its parts, so that one can be changed and the rest made to fit: what a
/// forger would do, and what a fuzzer that knows nothing of sums never would.
struct ForgedFile {
  std::vector<std::uint8_t> head;  ///< magic, version, width of a number
  std::string config;
  std::vector<std::uint8_t> state;

  /// The parts of bytes that are long enough to have them.
  static std::optional<ForgedFile> parsed(std::span<const std::uint8_t> bytes);
  /// The file of a model that was made from this configuration and trained for some steps;
  /// none where no such model can be made.
  static std::optional<ForgedFile> saved(const std::string& config, unsigned steps);

  /// As large a state as the configuration wants; as it is where no model can be made.
  void fit_state();

  /// With sizes and sum that fit.
  std::vector<std::uint8_t> bytes() const;
};

/// Puts the sum of all that is before it into the last eight bytes.
void seal(std::span<std::uint8_t> bytes);
