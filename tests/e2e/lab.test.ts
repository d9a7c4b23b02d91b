import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../web/shared/lesson';
import { launchChromium } from '../support/chromium';
import { labChapter } from '../support/lab-chapter';
import { curveRows, LabPage, patient } from '../support/lab-page';
import { serveSite, type ServedSite } from '../support/site';
import { visit, type Visit } from '../support/visit';

let site: ServedSite;
let browser: Browser;
let reader: Visit;

beforeAll(async () => {
  site = await serveSite('/cours');
  browser = await launchChromium();
  reader = await visit(browser, site.url);
});
afterAll(async () => {
  await reader.leave();
  await browser.close();
  await site.close();
});

/** A sentence of the page that holds two numbers which a run decides. */
const ofNumbers = (sentence: (one: string, other: string) => string): RegExp => {
  const plain = sentence('\u0001', '\u0002').replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${plain.replace('\u0001', '[1-9]\\d*').replace('\u0002', '\\d+')}$`, 'u');
};

/** One page a language, on which each test goes on where the one before has left it. */
describe.each(languages)('the lab in %s', (language) => {
  const chapter = labChapter(language);
  const { recorded, text, words, format } = chapter;
  const { batch, stop } = recorded;
  let lab: LabPage;

  beforeAll(async () => {
    await reader.page.goto(site.url + chapter.path);
    lab = new LabPage(reader.page, chapter);
    await lab.ready();
  });

  async function step(): Promise<void> {
    const { stage, examples } = await lab.shown();
    await lab.button('step').click();
    await lab.seen((stage === 'recorded' ? 0 : examples) + 1);
    await lab.reached('paused');
  }

  it('makes a fresh run of every setting that changes, and keeps the settings', async () => {
    const changes: [string, unknown, () => Promise<void>][] = [
      ['cell', 'gru', () => lab.choice(text.settings.cells.gru).check()],
      ['direction', 'both', () => lab.choice(text.settings.directions.both).check()],
      ['hidden', 64, () => lab.field('hidden').press('End')],
      ['learningRate', 0.01, () => lab.field('learningRate').fill(format.setting(0.01))],
      ['seed', 7, () => lab.field('seed').fill('7')],
    ];
    const expected: Record<string, unknown> = { ...recorded.settings };
    await lab.button('reset').click();
    for (const [name, value, change] of changes) {
      await step();
      expect((await lab.shown()).examples, `one step before ${name}`).toBe(batch);
      await change();
      if (name === 'learningRate' || name === 'seed') await lab.field(name).press('Enter');
      expected[name] = value;
      const { stage, examples, message } = await lab.shown();
      expect([stage, examples], name).toEqual(['paused', 0]);
      const seed = format.setting(Number(expected['seed']));
      expect(message, name).toBe(`${text.lab.changed} ${text.state.ready(seed)}`);
      expect(await lab.curveTable(), name).toEqual([]);
    }

    await reader.page.reload();
    await lab.ready();
    expect(await lab.choice(text.settings.cells.gru).isChecked()).toBe(true);
    expect(await lab.choice(text.settings.directions.both).isChecked()).toBe(true);
    expect(await lab.field('hidden').inputValue()).toBe('64');
    expect(await lab.field('learningRate').inputValue()).toBe(format.setting(0.01));
    expect(await lab.field('seed').inputValue()).toBe('7');
    expect((await lab.shown()).message).toBe(text.state.ready('7'));
  });

  it('says what is wrong with a setting, and keeps the one before', async () => {
    const { notNumber, notInteger, outside } = text.settings;
    const wrong = [
      ['learningRate', '<b>1</b>', notNumber('<b>1</b>')],
      ['learningRate', '0', outside(format.setting(1e-6), format.setting(1e6))],
      ['seed', '-1', outside('0', '4294967295')],
      ['seed', '1.5', notInteger],
    ] as const;
    for (const [name, typed, problem] of wrong) {
      await lab.field(name).fill(typed);
      await lab.field(name).press('Enter');
      expect(await lab.section.getByRole('alert').innerText()).toBe(problem);
      expect(await lab.field(name).getAttribute('aria-invalid')).toBe('true');
      await lab.field(name).fill(name === 'seed' ? '7' : format.setting(0.01));
      await lab.field(name).press('Enter');
      expect(await lab.section.getByRole('alert').count()).toBe(0);
    }
    expect((await lab.shown()).message).toBe(text.state.ready('7'));
  });

  /** Sets the lab by a link, as a lesson's text does. */
  const follow = async (scene: string): Promise<void> => {
    await reader.page.evaluate((hash) => {
      location.hash = hash;
    }, scene);
  };

  it('trains: examples and curve grow, validation stands beside its count', async () => {
    // Four layers: a model that is still learning when the reader has typed a word.
    await follow('lab-1=cell:gru,direction:both,hidden:64,learningRate:0.01,seed:7,layers:4');
    await lab.says(text.state.ready('7'));
    await lab.button('train').click();
    await lab.seen(1);
    const early = await lab.shown();
    await lab.seen(early.examples + 1024);
    const later = await lab.shown();
    expect([early.stage, later.stage]).toEqual(['training', 'training']);
    expect(later.readouts[text.readouts.accuracy]).toEqual(lab.accuracyLines(later.accuracy!));
    expect(later.readouts[text.readouts.seen(words.examples)]).toEqual([
      format.integer(later.examples),
      text.readouts.atMost(format.integer(stop.maxExamples)),
    ]);
    const [speed, unit, left] = later.readouts[text.readouts.speed]!;
    expect(speed).toMatch(/[1-9]/);
    expect(unit).toBe(text.readouts.perSecond(words.examples));
    const [before = '', after = ''] = text.readouts.timeLeft('|').split('|');
    expect(left?.startsWith(before) && left.endsWith(after)).toBe(true);
    expect((await lab.curveTable()).length).toBeGreaterThanOrEqual(4);
  });

  it('answers a word after every letter, by the model as it is, while it trains', async () => {
    const word = words.suggestions[0]!;
    const before = await lab.shown();
    await lab.word.focus();
    for (const [index, letter] of [...word].entries()) {
      await reader.page.keyboard.type(letter);
      await lab.answered(index + 1);
    }
    const table = await lab.wordTable();
    const plain = table.map(([read = '']) => read.replaceAll(/[\u2068\u2069]/g, ''));
    expect(plain).toEqual([...word].map((_, index) => word.slice(0, index + 1).toLowerCase()));
    for (const [, ...shares] of table) {
      expect(shares).toHaveLength(recorded.data.classes.length);
      for (const share of shares) expect(share).toMatch(/\d.*%$/);
    }
    expect(await lab.verdict.innerText()).toContain(word.toLowerCase());

    // The answer follows the model: its age grows, though nothing is typed any more.
    const age = async () => Number((await lab.wordNote.innerText()).replaceAll(/\D/g, ''));
    const young = await age();
    expect(young).toBeGreaterThanOrEqual(before.examples);
    await lab.seen(young + 512);
    await expect.poll(age, patient).toBeGreaterThan(young);
    expect((await lab.shown()).stage).toBe('training');
  });

  it('pauses at once, steps by one batch, and starts anew', async () => {
    await lab.button('pause').click();
    await lab.reached('paused');
    const paused = await lab.shown();
    expect(paused.message).toBe(text.state.paused);
    expect(paused.examples).toBeLessThan(stop.maxExamples);
    await step();
    expect((await lab.shown()).examples).toBe(paused.examples + batch);

    // The word that stands there asks the fresh model at once.
    await lab.button('reset').click();
    await lab.says(text.state.ready('7'));
    expect((await lab.shown()).examples).toBe(0);
    await expect.poll(() => lab.wordNote.innerText(), patient).toBe(text.word.untrained);
    expect(await lab.button('reset').isDisabled()).toBe(true);
    expect(await lab.field('seed').inputValue()).toBe('7');
  });

  it('ends by its rule, says why, and has passed through the recording', async () => {
    const { settings } = recorded;
    await follow('lab-1=');
    await lab.choice(text.settings.cells[settings.cell]).check();
    await lab.choice(text.settings.directions[settings.direction]).check();
    await lab.field('learningRate').fill(format.setting(settings.learningRate));
    await lab.field('seed').fill(format.setting(settings.seed));
    await lab.field('hidden').fill(String(settings.hidden));
    await lab.button('train').click();
    await lab.reached('finished');

    const { examples, message } = await lab.shown();
    const ends = (['max-examples', 'no-progress'] as const).map((why) => {
      const count = why === 'max-examples' ? stop.maxExamples : stop.patience;
      return text.state.finished[why](format.integer(count), words.examples);
    });
    expect(message).toBe(ends[examples === stop.maxExamples ? 0 : 1]);
    expect(await lab.section.innerText()).toContain(
      text.lab.stopRule(
        format.integer(stop.maxExamples),
        format.integer(stop.patience),
        words.examples,
      ),
    );
    expect(await lab.button('train').isDisabled()).toBe(true);
    expect(await lab.button('step').isDisabled()).toBe(true);
    expect(await lab.button('reset').isEnabled()).toBe(true);
    const rows = curveRows(chapter, recorded.losses, recorded.validations);
    expect((await lab.curveTable()).slice(0, rows.length)).toEqual(rows);
  });

  it('says that a learning rate explodes, and keeps the last good weights', async () => {
    await lab.field('learningRate').fill('1e6');
    await lab.field('learningRate').press('Enter');
    await lab.button('train').click();
    await lab.reached('diverged');
    expect((await lab.shown()).message).toMatch(ofNumbers(text.state.diverged));
    expect(await lab.button('train').isDisabled()).toBe(true);
    await lab.word.fill('rose');
    await lab.answered(4);
    expect(await lab.verdict.innerText()).toMatch(/\d.*%/);

    await lab.button('reset').click();
    await lab.says(text.state.ready(format.setting(recorded.settings.seed)));
    await step();
    expect((await lab.shown()).examples).toBe(batch);
  });
});
