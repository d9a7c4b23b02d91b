/** The confusion matrix of a run made in the test, and the one that a page shows. */
import type { Locator } from 'playwright-core';
import type { Confusion } from '../../web/shared/protocol';
import { ConfusionQuestion } from '../../web/worker/confusion';
import { Inquiry } from '../../web/worker/question';
import type { Run } from '../../web/worker/run';
import { FakeHost } from '../wasm/fake-host';

export const confusionOf = async (of: Run): Promise<Confusion> =>
  (await Inquiry.begin(
    of.snapshot(),
    (model) => new ConfusionQuestion(model, of.dataset, of.weightsStep),
  ).answer(new FakeHost()))!;

/** What the cells of a figure hold. */
export const counts = (within: Locator): Promise<number[][]> =>
  within
    .locator('tbody tr:has([data-count])')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll<HTMLElement>('[data-count]')].map((cell) =>
          Number(cell.dataset['count']),
        ),
      ),
    );
