import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { nextRegion } from '../../web/app/quiz/regions';
import type { QuizWords } from '../../web/app/quiz/words';
import type { Item, PointItem } from '../../web/shared/quiz';
import { quizFigures } from '../../web/shared/quiz-figures';
import { tabTo } from './keyboard';

/** The arrow keys that lead from one region of a drawing to another, as few as can be. */
export function arrowsBetween(item: PointItem, from: number, to: number): readonly string[] {
  const { regions } = quizFigures[item.figure];
  const ways: { at: number; keys: string[] }[] = [{ at: from, keys: [] }];
  const seen = new Set([from]);
  for (const { at, keys } of ways) {
    if (at === to) return keys;
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) {
      const next = nextRegion(regions, at, key);
      if (next === null || seen.has(next)) continue;
      seen.add(next);
      ways.push({ at: next, keys: [...keys, key] });
    }
  }
  throw new Error(`No arrow keys lead from region ${from} to region ${to}.`);
}

/** Answers the items of a quiz with nothing but keys. */
export class QuizKeys {
  constructor(
    readonly page: Page,
    readonly words: QuizWords,
  ) {}

  async press(button: Locator, key = 'Enter'): Promise<void> {
    await tabTo(this.page, button);
    await this.page.keyboard.press(key);
  }

  check(form: Locator, key?: string): Promise<void> {
    return this.press(form.locator('button[type=submit]'), key);
  }

  /** Gives the right answer, or one that has something wrong in it. */
  async answer(form: Locator, item: Item, right: boolean): Promise<void> {
    const { keyboard } = this.page;
    switch (item.kind) {
      case 'one': {
        const goal = item.options.findIndex((option) => option.right === right);
        const radios = form.getByRole('radio');
        // One Tab enters the group, at the choice or, without one, at its first option.
        const chosen = await radios.evaluateAll((all) =>
          all.findIndex((radio) => (radio as HTMLInputElement).checked),
        );
        await tabTo(this.page, radios.nth(Math.max(chosen, 0)));
        await keyboard.press('Space');
        for (let at = Math.max(chosen, 0); at !== goal; at += Math.sign(goal - at)) {
          await keyboard.press(at < goal ? 'ArrowDown' : 'ArrowUp');
        }
        break;
      }
      case 'several':
        for (const [index, option] of item.options.entries()) {
          const box = form.getByRole('checkbox').nth(index);
          if ((await box.isChecked()) !== (option.right === right)) await this.press(box, 'Space');
        }
        break;
      case 'point':
        await this.#pointAt(form, item, right);
        break;
      case 'number':
        await tabTo(this.page, form.getByRole('textbox'));
        await keyboard.press('ControlOrMeta+a');
        await keyboard.type(String(right ? item.answer : (item.slips[0]?.value ?? -1)));
        break;
      case 'order':
        if (right)
          await this.#putInOrder(
            form,
            [...item.steps].map(({ place }) => place),
          );
        break;
      case 'match':
        for (const [index, row] of item.rows.entries()) {
          const goal = item.choices.findIndex(({ id }) => id === row.choice);
          const other = (goal + 1) % item.choices.length;
          const select = form.getByRole('combobox').nth(index);
          await tabTo(this.page, select);
          await keyboard.press('Home');
          // The first entry is the invitation to choose.
          const down = (right || index > 0 ? goal : other) + 1;
          for (let at = 0; at < down; at += 1) await keyboard.press('ArrowDown');
        }
    }
  }

  /** Moves steps up, one place a press; the button keeps the focus while its step moves. */
  async #putInOrder(form: Locator, places: number[]): Promise<void> {
    const words = this.words;
    for (let place = 1; place <= places.length; place += 1) {
      for (let at = places.indexOf(place); at >= place; at -= 1) {
        const step = form.getByRole('listitem').nth(at);
        const button = step.getByRole('button', { name: words.earlier });
        const name = (await button.getAttribute('aria-label'))!;
        await this.press(button, at % 2 === 0 ? 'Enter' : 'Space');
        places.splice(at - 1, 2, places[at]!, places[at - 1]!);
        const moved = form
          .getByRole('listitem')
          .nth(at - 1)
          .getByRole('button', { name });
        expect(await moved.evaluate((element) => element === document.activeElement)).toBe(true);
      }
    }
  }

  async #pointAt(form: Locator, item: PointItem, right: boolean): Promise<void> {
    const drawn = quizFigures[item.figure].regions;
    const goal = item.options.find((option) => option.right === right)!.id;
    const radios = form.getByRole('radio');
    await radios.first().waitFor();
    const chosen = await radios.evaluateAll((all) =>
      all.findIndex((radio) => radio.getAttribute('aria-checked') === 'true'),
    );
    const from = Math.max(chosen, 0);
    await tabTo(this.page, radios.nth(from));
    await this.page.keyboard.press('Space');
    const to = drawn.findIndex(({ id }) => id === goal);
    for (const key of arrowsBetween(item, from, to)) await this.page.keyboard.press(key);
    expect(await radios.nth(to).getAttribute('aria-checked')).toBe('true');
  }
}
