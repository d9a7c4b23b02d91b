/** What is said of an answer. Pure. */
import { functionText } from '../../../shared/equations';
import type { Language } from '../../../shared/lesson';
import { cellWords } from '../../i18n/cell';
import type { Exercise, Verdict } from './check';
import { formulaText, nameText } from './letters';
import { decimals, tolerance } from './numbers';
import type { Slip } from './slips';
import { operationOf } from './tasks';

/** Sentences under the verdict's own word: how far off, and where the mistake may be. */
export function verdictWords(
  verdict: Verdict,
  exercise: Exercise,
  typed: string,
  language: Language,
): readonly string[] {
  const words = cellWords[language].exercise;
  const { digits, accepted, result, exact, task } = exercise;
  if (verdict.kind === 'not-a-number') return [words.notNumber(typed.trim())];
  if (verdict.kind === 'right') {
    return [
      words.engine(decimals(language, 4)(exact)),
      words.within(tolerance(language, digits, accepted, result)),
    ];
  }
  const by = decimals(language, digits)(Math.abs(verdict.off));
  const off = verdict.off > 0 ? words.tooLarge(by) : words.tooSmall(by);
  const { slip } = verdict;
  return [off, slip ? slipWords(slip, digits, language) : words.advice[operationOf(task)]];
}

function slipWords(slip: Slip, digits: number, language: Language): string {
  const { slips, isBefore } = cellWords[language].exercise;
  switch (slip.kind) {
    case 'sign':
    case 'mirrored':
    case 'added':
    case 'point':
      return slips[slip.kind];
    case 'extra-tanh':
      return slips.extraTanh;
    case 'tanh-too-late':
      return slips.tanhTooLate;
    case 'lost-sign':
      return slips.lostSign(nameText(slip.of, isBefore));
    case 'no-function':
      return slips.noFunction(functionText[slip.name]);
    case 'other-function':
      return slips.otherFunction(functionText[slip.name], functionText[slip.instead]);
    case 'undosed':
      return slips.undosed(formulaText(slip.by, isBefore));
    case 'no-complement':
      return slips.noComplement(nameText(slip.of, isBefore));
    case 'exchanged':
      return slips.exchanged(nameText(slip.of, isBefore));
    case 'missing':
      return slips.missing(formulaText(slip.term, isBefore));
    case 'step-before':
      return slips.stepBefore(nameText(slip.of, isBefore));
    case 'coarse':
      return slips.coarse(String(digits));
  }
}
