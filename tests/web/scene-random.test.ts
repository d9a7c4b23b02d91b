import { describe, expect, it } from 'vitest';
import { tellProblem } from '../../web/app/i18n/link';
import { readLink, writeLink } from '../../web/app/scene/link';
import {
  accepts,
  text,
  type Field,
  type SceneValue,
  type SceneValues,
} from '../../web/app/scene/schema';
import { generator, type Draw } from '../support/draws';
import { made, page, place } from '../support/scene-page';

/** A value that the field takes, its ends and its default among them. */
function drawValue(field: Field, draw: Draw): SceneValue {
  switch (field.kind) {
    case 'choice':
      return field.of[draw.below(field.of.length)]!;
    case 'flag':
      return draw.below(2) === 1;
    case 'text': {
      const letters = [...'aé,:&=%#+ \u{1f600}_-.~"<\u0000\u202f'];
      const count = draw.below(Math.min(field.most, 12));
      return Array.from({ length: count }, () => letters[draw.below(letters.length)]).join('');
    }
    case 'optional':
      if (draw.below(4) === 0) return null;
  }
  const { min, max } = field as { min: number; max: number };
  const value = [min, max, min + draw.share() * (max - min)][draw.below(3)]!;
  return field.kind === 'integer' ? Math.round(value) : value + 0;
}

describe('random scenes', () => {
  it('come back from their link with every value the same', () => {
    const draw = generator(20_26);
    const written = new Set<string>();
    for (let round = 0; round < 400; round += 1) {
      const scenes = new Map(
        page.map(({ id, scene }) => {
          const entries = Object.entries(scene).map(([key, field]) => [
            key,
            draw.below(3) === 0 ? drawValue(field, draw) : field.default,
          ]);
          return [id, Object.fromEntries(entries) as SceneValues];
        }),
      );
      const only = [null, 'race-2'][draw.below(2)]!;
      const hidden = new Map([['cell-1', new Set(['menu', 'settings'])]]);
      const section = [null, 'eq-lstm.5', 'é&=#'][draw.below(3)]!;
      const hash = writeLink({ section, scenes, only, hidden, made }, page);
      if (hash === null) continue;
      written.add(hash);
      const link = readLink(hash, page);
      expect(link.problems).toEqual([]);
      expect(link).toMatchObject({ section, only, hidden, made });
      for (const { id, start } of page) {
        expect({ ...start, ...link.scenes.get(id) }).toEqual(scenes.get(id));
      }
    }
    expect(written.size).toBeGreaterThan(350);
  });

  it('that hold too much for a link have none', () => {
    const wordy = place('race-1', { word: text(2000) });
    const scenes = new Map([['race-1', { word: '😀'.repeat(900) }]]);
    expect(writeLink({ scenes, made }, [wordy])).toBeNull();
  });
});

describe('junk', () => {
  const pieces = [
    ...['race-1', 'race-2', 'cell-1', 'a.cell', 'b.hidden', 'word', 'unit', 'gru', '16', 'none'],
    ...['v', 'data', 'engine', 'only', 'hide', '1', '__proto__', 'constructor', 'toString'],
    ...['=', ':', ',', '&', '.', '#', '%', '%2', '%E0%A4', '%00', '<script>', '\u0000', '\ud800'],
    ...['é', '-', '1e9', '../..', 'javascript:alert(1)', ' '],
  ];

  it('never throws, sets nothing outside the schemas, and reads the same twice', () => {
    const draw = generator(7);
    for (let round = 0; round < 3000; round += 1) {
      const count = 1 + draw.below(24);
      const hash = Array.from({ length: count }, () => pieces[draw.below(pieces.length)]).join('');
      const link = readLink(hash, page);
      expect(readLink(hash, page)).toEqual(link);
      for (const [id, changes] of link.scenes) {
        const { scene } = page.find((each) => each.id === id)!;
        for (const [key, value] of Object.entries(changes)) {
          expect(accepts(scene[key]!, value), `${hash}: ${key}`).toBe(true);
        }
      }
      for (const problem of link.problems) expect(tellProblem.fr(problem).fact).not.toBe('');
    }
  });
});
