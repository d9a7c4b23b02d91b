import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasetWords, strings } from '../../web/app/i18n';
import { figureWords } from '../../web/app/i18n/figure';
import { tellProblem } from '../../web/app/i18n/link';
import { modelLineWords } from '../../web/app/i18n/model-line';
import { runSettingWords } from '../../web/app/i18n/run-settings';
import { datasets, type DatasetId } from '../../web/shared/datasets';
import type { Language } from '../../web/shared/lesson';
import type { RecordedRun } from '../../web/shared/recorded-run';
import { accessibilityFaults, darkFaults } from '../support/accessibility';
import { launchChromium } from '../support/chromium';
import { labChapter, type LabChapter } from '../support/lab-chapter';
import { curveRows, LabPage, patient } from '../support/lab-page';
import { serveSite, type ServedSite } from '../support/site';
import { visit, type Visit, type VisitOptions } from '../support/visit';

let site: ServedSite;
let browser: Browser;

beforeAll(async () => {
  site = await serveSite('/cours');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const clipboard: VisitOptions = { permissions: ['clipboard-read', 'clipboard-write'] };

/** The workshop's lab, as it speaks of one data set. */
function workshop(language: Language, dataset: DatasetId): LabChapter {
  const file = join(import.meta.dirname, `../../build/recorded/${dataset}.json`);
  return {
    ...labChapter(language),
    path: { fr: 'fr/atelier/', en: 'en/workshop/' }[language],
    words: datasetWords(language, dataset),
    recorded: JSON.parse(readFileSync(file, 'utf8')) as RecordedRun,
  };
}

async function open(chapter: LabChapter, hash = '', options?: VisitOptions) {
  const reader: Visit = await visit(browser, site.url + chapter.path + hash, options);
  const lab = new LabPage(reader.page, chapter);
  await lab.ready();
  return { reader, lab, page: reader.page };
}

const settingsOf = async (lab: LabPage): Promise<string[]> => [
  await lab.section.locator('input[type=radio]:checked').first().inputValue(),
  await lab.section.locator('input[type=radio]:checked').last().inputValue(),
  await lab.field('hidden').inputValue(),
  await lab.field('learningRate').inputValue(),
  await lab.field('seed').inputValue(),
];

const copied = async (page: Page, language: Language): Promise<string> => {
  await page.getByRole('button', { name: figureWords[language].copy, exact: true }).first().click();
  await page.locator('section .said', { hasText: figureWords[language].copied }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
};

describe('a link to the lab', () => {
  it('sets it, and leads back to the same run from what "Copy link" writes', async () => {
    const chapter = labChapter('fr');
    const { text, format } = chapter;
    const hash = '#lab-1=cell:gru,hidden:16,seed:3';
    const { reader, lab, page } = await open(chapter, hash, clipboard);
    expect(await settingsOf(lab)).toEqual(['gru', 'forward', '16', format.setting(0.003), '3']);
    expect((await lab.shown()).message).toBe(text.state.ready('3'));
    await lab.choice(text.settings.directions.both).check();
    await lab.button('step').click();
    await lab.reached('paused');
    await lab.seen(1);
    const link = await copied(page, 'fr');
    expect(link).toMatch(/#lab-1&v=1&data=\w{8}&engine=\w{8}&lab-1=/u);
    const written = link.split('lab-1=')[1]!.split(',');
    expect(new Set(written)).toEqual(
      new Set(['cell:gru', 'direction:both', 'hidden:16', 'seed:3']),
    );
    expect(page.url()).toBe(link);
    await reader.leave();

    const again = await open(chapter, new URL(link).hash);
    expect(await settingsOf(again.lab)).toEqual(['gru', 'both', '16', format.setting(0.003), '3']);
    await again.reader.leave();
  });

  it('that says nothing of a setting means its standard, whatever was kept before', async () => {
    const chapter = labChapter('en');
    const { reader, lab, page } = await open(chapter, '', clipboard);
    const link = await copied(page, 'en');
    await lab.field('seed').fill('9');
    await lab.field('seed').press('Enter');
    await page.goto('about:blank');
    await page.goto(site.url + chapter.path);
    await lab.ready();
    expect(await lab.field('seed').inputValue()).toBe('9');
    await page.goto('about:blank');
    await page.goto(link);
    await lab.ready();
    expect(await lab.field('seed').inputValue()).toBe('1');
    expect((await lab.shown()).stage).toBe('recorded');
    await reader.leave();
  });

  it('shows what it sets beyond the form, to be changed there', async () => {
    const chapter = labChapter('fr');
    const { text } = chapter;
    const { settings } = runSettingWords.fr;
    const { reader, lab, page } = await open(chapter, '#lab-1=layers:2,dropout:0.2', clipboard);
    const layers = lab.section.getByLabel(settings.layers.label, { exact: true });
    expect(await layers.inputValue()).toBe('2');
    expect(await lab.section.getByLabel(settings.dropout.label).inputValue()).toBe('0,2');
    await layers.fill('3');
    await layers.press('Enter');
    await lab.says(`${text.lab.changed} ${text.state.ready('1')}`);
    await lab.button('step').click();
    await lab.reached('paused');
    await lab.seen(1);
    expect(await copied(page, 'fr')).toContain('layers:3');
    await layers.fill('1');
    await layers.press('Enter');
    await lab.section.getByLabel(settings.dropout.label).fill('0');
    await lab.section.getByLabel(settings.dropout.label).press('Enter');
    await expect.poll(() => lab.section.getByText(text.settings.more).count(), patient).toBe(0);
    expect((await lab.shown()).stage).toBe('paused');
    await reader.leave();
  });

  it('hides what it names, and the lab still shows its run', async () => {
    const hidden = ['settings', 'controls', 'word', 'menu'].map((name) => `lab-1.${name}`);
    const chapter = labChapter('fr');
    const hash = `#lab-1=cell:gru,seed:4&hide=${hidden.join(',')}`;
    const reader = await visit(browser, site.url + chapter.path + hash);
    const lab = new LabPage(reader.page, chapter);
    await lab.says(chapter.text.state.ready('4'));
    expect(await lab.section.locator('button, input, select').count()).toBe(0);
    expect(await lab.section.locator('svg:visible').count()).toBe(1);
    await reader.leave();
  });

  it('cannot change the data that a lesson speaks of', async () => {
    const chapter = labChapter('en');
    const { reader, lab, page } = await open(chapter, '#lab-1=dataset:brackets,seed:2');
    const { fact } = tellProblem.en({ kind: 'field', id: 'lab-1', key: 'dataset', known: [] });
    const notice = await page.locator('div.link').innerText();
    expect(notice).toContain(fact.split('dataset')[0]);
    expect(await lab.field('seed').inputValue()).toBe('2');
    expect(await lab.section.locator('select').count()).toBe(0);
    await reader.leave();
  });
});

describe.each(['fr', 'en'] as const)('the workshop’s lab in %s', (language) => {
  const from = workshop(language, language === 'fr' ? 'french-nouns' : 'first-names');
  const to = workshop(language, 'flags-fr');
  const names = modelLineWords[language].datasets;
  let reader: Visit;
  let page: Page;
  beforeAll(async () => {
    ({ reader, page } = await open(from, '', clipboard));
  });
  afterAll(() => reader.leave());

  it('lets its data be chosen by keyboard, and speaks of the new ones everywhere', async () => {
    const text = strings(language);
    const before = new LabPage(page, from);
    const choice = before.section.getByLabel(text.settings.dataset);
    expect(await choice.locator('option').allInnerTexts()).toEqual(datasets.map((id) => names[id]));
    await choice.focus();
    await choice.selectOption('flags-fr');
    const lab = new LabPage(page, to);
    await lab.reached('recorded');
    const { readouts, message } = await lab.shown();
    const { recorded, words, format } = to;
    const seen = format.integer(recorded.losses.at(-1)!.examples);
    expect(message).toBe(text.state.recorded(seen, words.examples));
    expect(readouts[text.readouts.accuracy]).toEqual(
      lab.accuracyLines(recorded.validations.at(-1)!.accuracy),
    );
    expect(await lab.curveTable()).toEqual(curveRows(to, recorded.losses, recorded.validations));
    const column = lab.section.locator('details th').first();
    expect(await column.textContent()).toBe(text.chart.columns(words.examples)[0]);
    expect(await lab.section.locator('.suggestions button').allInnerTexts()).toEqual(
      words.suggestions,
    );
    expect(await choice.evaluate((select) => select === document.activeElement)).toBe(true);
    await lab.button('step').click();
    await lab.reached('paused');
    await lab.seen(1);
  });

  it('lets everything be set there, a bag among the cells', async () => {
    const lab = new LabPage(page, to);
    const { settings } = runSettingWords[language];
    await lab.choice(to.text.settings.cells.bag).check();
    expect(await lab.field('hidden').isVisible()).toBe(false);
    await lab.section.getByText(to.text.settings.more).click();
    expect(await lab.section.getByLabel(settings.layers.label, { exact: true }).count()).toBe(0);
    await lab.choice(to.text.settings.cells.gru).check();
    expect(await lab.section.getByLabel(settings.layers.label, { exact: true }).inputValue()).toBe(
      '1',
    );
    await lab.button('step').click();
    await lab.reached('paused');
    await lab.seen(1);
  });

  it('answers word by word, each with the answer against all others', async () => {
    const lab = new LabPage(page, to);
    const [sentence = ''] = to.words.suggestions;
    await lab.word.fill(sentence);
    const tokens = sentence.toLowerCase().split(' ');
    await lab.answered(tokens.length);
    const read = (await lab.wordTable()).map(([first = '']) =>
      first.replaceAll(/[\u2068\u2069]/g, ''),
    );
    expect(read.at(-1)).toBe(sentence.toLowerCase());
    expect(await lab.section.locator('text.letter').allTextContents()).toEqual(tokens);
    const labels = await lab.section.locator('.plot text.class').allTextContents();
    expect(Object.values(to.words.classes)).toContain(labels[0]);
    expect(labels[1]).toBe(to.text.word.otherAnswer);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await darkFaults(page)).toEqual([]);
  });

  it('is found again by the link, with its data', async () => {
    const link = await copied(page, language);
    expect(link).toContain('dataset:flags-fr');
    const again = await open(to, new URL(link).hash);
    expect(await again.lab.section.getByLabel(to.text.settings.dataset).inputValue()).toBe(
      'flags-fr',
    );
    expect(await again.lab.section.locator('.suggestions button').first().innerText()).toBe(
      to.words.suggestions[0],
    );
    await again.reader.leave();
  });
});

it('a model of ambiguous words answers at the word that is meant', async () => {
  const chapter = workshop('en', 'look-ahead-en');
  const { text, words } = chapter;
  const hash = '#lab-1=dataset:look-ahead-en,direction:both,hidden:16';
  const { reader, lab } = await open(chapter, hash);
  await lab.button('train').click();
  await lab.reached('finished');
  const verdict = async (sentence: string): Promise<string> => {
    await lab.word.fill(sentence);
    await lab.answered(sentence.split(' ').length);
    return lab.verdict.innerText();
  };
  await expect
    .poll(() => verdict('the old man the boats'), patient)
    .toContain(words.classes['verb']);
  expect(await lab.verdict.innerText()).toContain('man');
  await expect.poll(() => verdict('the old man sleeps'), patient).toContain(words.classes['noun']);
  await expect.poll(() => verdict('in the shade'), patient).toBe(text.word.noPlace);
  await reader.leave();
});
