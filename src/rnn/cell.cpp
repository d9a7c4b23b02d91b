#include "cell.hpp"

#include <cassert>

namespace rnn {

const CellFormula& formula_of(const Config& config) {
  assert(config.cell != Cell::bag);
  if (config.cell == Cell::elman) return elman_cell(config.nonlinearity);
  return config.cell == Cell::gru ? gru_cell() : lstm_cell();
}

}  // namespace rnn
