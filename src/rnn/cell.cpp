#include "cell.hpp"

namespace rnn {

const CellFormula& formula_of(Cell cell) {
  switch (cell) {
    case Cell::elman:
      return elman_cell();
    case Cell::gru:
      return gru_cell();
    case Cell::lstm:
      break;
  }
  return lstm_cell();
}

}  // namespace rnn
