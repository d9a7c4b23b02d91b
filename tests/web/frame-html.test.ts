import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import Figure from '../../web/app/figure/Figure.svelte';
import { figureWords } from '../../web/app/i18n/figure';
import InstrumentPlace from '../../web/app/lesson/InstrumentPlace.svelte';
import { placedOf } from '../../web/app/instruments/placed';
import { SceneStore } from '../../web/app/scene/store.svelte';
import { languages } from '../../web/shared/lesson';
import { toySchema } from '../support/frame-page/toy-schema';

/** What the build writes into a page, which stands there before any script, or without. */
describe.each(languages)('in the HTML of a page in %s', (language) => {
  const words = figureWords[language];

  it('an instrument that is not yet loaded has its room, its name, and a sentence', () => {
    const block = {
      kind: 'instrument' as const,
      name: 'toy',
      id: 'toy-1',
      props: {},
      scene: '',
      hide: [],
    };
    const { body } = render(InstrumentPlace, {
      props: {
        block,
        schema: toySchema,
        load: () => Promise.reject(new Error('not while the page is built')),
        language,
        runs: {},
        scenes: new SceneStore([placedOf('toy-1', toySchema, { props: {}, scene: '', hide: [] })], {
          data: '00000001',
          engine: '00000002',
        }),
        drawn: undefined,
      },
    });
    expect(body).toContain('id="toy-1"');
    expect(body).toContain(`aria-label="${toySchema.title[language]}"`);
    expect(body.replaceAll(/ class="[^"]*"/gu, '')).toContain(
      `<noscript><p>${words.noScript}</p></noscript>`,
    );
    expect(body).toContain(`height="${toySchema.height.wide}rem"`);
    expect(body).toContain(`height="${toySchema.height.narrow}rem"`);
    expect(body).not.toContain(words.coming);
    // The page's policy refuses styles in its HTML.
    expect(body).not.toMatch(/ style=/u);
  });

  it('a figure says how to read it and what it shows, without a style', () => {
    const { body } = render(Figure, {
      props: {
        id: 'toy-1',
        language,
        title: 'T',
        reading: 'R.',
        summary: 'S.',
        figure: createRawSnippet(() => ({ render: () => '<p>drawn</p>' })),
      },
    });
    expect(body).toContain(words.reading);
    for (const part of ['R.', 'S.', '<p>drawn</p>']) expect(body).toContain(part);
    expect(body).not.toMatch(/ style=/u);
  });
});
