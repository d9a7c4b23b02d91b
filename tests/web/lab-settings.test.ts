import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Language } from '../../web/shared/lesson';
import type { RunSettings } from '../../web/shared/protocol';
import { defaultSettings } from '../../web/shared/settings';
import { mayMove } from '../../web/app/lab/autoplay';
import { parseSettings, readField, type NumberFieldName } from '../../web/app/lab/setting-fields';
import { loadSettings, saveSettings } from '../../web/app/lab/settings-store';

const settings: RunSettings = {
  ...defaultSettings,
  dataset: 'words',
  cell: 'gru',
  direction: 'both',
  hidden: 16,
  learningRate: 0.01,
  seed: 4_294_967_295,
};

describe('a setting as typed', () => {
  it.each<[NumberFieldName, string, Language, object]>([
    ['learningRate', '0,003', 'fr', { value: 0.003 }],
    ['learningRate', '0.003', 'fr', { value: 0.003 }],
    ['learningRate', ' 1e3 ', 'en', { value: 1000 }],
    ['learningRate', '0', 'en', { problem: 'outside' }],
    ['learningRate', '-1', 'en', { problem: 'outside' }],
    ['learningRate', '1e7', 'en', { problem: 'outside' }],
    ['learningRate', '1e999', 'en', { problem: 'outside' }],
    ['learningRate', 'NaN', 'en', { problem: 'not-number' }],
    ['learningRate', '<script>', 'fr', { problem: 'not-number' }],
    ['learningRate', '', 'fr', { problem: 'not-number' }],
    ['seed', '0', 'fr', { value: 0 }],
    ['seed', '4 294 967 295', 'fr', { value: 4_294_967_295 }],
    ['seed', '4294967296', 'fr', { problem: 'outside' }],
    ['seed', '1,5', 'fr', { problem: 'not-integer' }],
    ['hidden', '64', 'en', { value: 64 }],
    ['hidden', '65', 'en', { problem: 'outside' }],
  ])('%s "%s" in %s', (field, typed, language, reading) => {
    expect(readField(field, typed, language)).toEqual(reading);
  });
});

describe('settings read back', () => {
  it('are those that were written', () => {
    expect(parseSettings(JSON.stringify(settings), 'words')).toEqual(settings);
  });

  it('belong to the data set that asks', () => {
    expect(parseSettings(JSON.stringify(settings), 'names')?.dataset).toBe('names');
  });

  it.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['no object', '3'],
    ['an unknown cell', JSON.stringify({ ...settings, cell: 'transformer' })],
    ['an unknown direction', JSON.stringify({ ...settings, direction: 'up' })],
    ['a missing seed', JSON.stringify({ ...settings, seed: undefined })],
    ['a number as text', JSON.stringify({ ...settings, hidden: '16' })],
    ['a number out of bounds', JSON.stringify({ ...settings, hidden: 1e9 })],
  ])('are refused whole: %s', (_, text) => {
    expect(parseSettings(text, 'words')).toBeNull();
  });
});

describe('the storage', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('gives back what was saved, for each data set apart', () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    });
    saveSettings(settings);
    expect(loadSettings('words')).toEqual(settings);
    expect(loadSettings('names')).toBeNull();
  });

  it('may throw at every turn', () => {
    const refuse = (): never => {
      throw new DOMException('refused', 'SecurityError');
    };
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
    expect(() => saveSettings(settings)).not.toThrow();
    expect(loadSettings('words')).toBeNull();
  });
});

describe('a figure moves by itself', () => {
  it.each([
    [false, false, true],
    [true, false, false],
    [false, true, false],
  ])('reduced motion %s, Save-Data %s: %s', (reducedMotion, saveData, moves) => {
    expect(mayMove({ reducedMotion, saveData })).toBe(moves);
  });
});
