import { describe, expect, it } from 'vitest';
import { loadCourse, loadLesson } from '../../web/content/load';
import { englishWith, frenchWith, writeCourse } from './sample-course';

const htmlOf = (changes: Record<string, string>, language: 'fr' | 'en' = 'en'): string => {
  const lesson = loadLesson(language, language === 'en' ? 'toy' : 'jouet', writeCourse(changes));
  return lesson.blocks.map((block) => ('html' in block ? block.html : '')).join('\n');
};

describe('a lesson', () => {
  const lesson = loadLesson('fr', 'jouet', writeCourse());

  it('has what a page needs around its text', () => {
    expect(lesson).toMatchObject({
      id: 'toy',
      language: 'fr',
      number: 1,
      slug: 'jouet',
      alternates: { fr: 'jouet', en: 'toy' },
      title: 'Toy',
      lead: 'Ici, on essaie.',
      description: 'Ici, on essaie.',
      minutes: 3,
      sections: [{ id: 'sum', title: 'Le calcul' }],
    });
    expect(lesson.blocks.map(({ kind }) => kind)).toEqual(['html', 'code', 'quiz']);
  });

  it('links an equation to the line of code that carries its tag, and back', () => {
    const [html, code] = lesson.blocks;
    expect(html).toMatchObject({ html: expect.stringContaining('<div class="eq" id="eq-toy.1">') });
    expect(html).toMatchObject({ html: expect.stringContaining('href="#code-toy.1"') });
    expect(code).toEqual({
      kind: 'code',
      file: 'src/rnn/toy.cpp',
      firstLine: 2,
      lines: [
        'void forward(',
        '    int at) {',
        '  // excerpt: inner',
        '  h[at] = tanh(',
        '      a[at]);  // (toy.1)',
        '  // end: inner',
        '}',
      ],
      anchors: [{ line: 6, id: 'code-toy.1' }],
    });
  });

  it('quotes code between two marks, its common indent taken off', () => {
    const root = writeCourse({
      ...englishWith('::code{file="src/rnn/toy.cpp" anchor="inner"}'),
      ...frenchWith('::code{file="src/rnn/toy.cpp" anchor="inner"}'),
    });
    expect(loadLesson('en', 'toy', root).blocks[0]).toMatchObject({
      firstLine: 5,
      lines: ['h[at] = tanh(', '    a[at]);  // (toy.1)'],
    });
  });

  it('has chapters whose titles are set in each language', () => {
    expect(loadCourse(writeCourse()).chapters[0]?.title).toEqual({ fr: 'Le jouet', en: 'The toy' });
  });
});

describe('what a line of a lesson becomes', () => {
  it.each([
    ['a symbol', ':sym[h_t-1]', '<span class="symbol"><i class="sym-h">h</i><sub>t−1</sub></span>'],
    ['a number', ':value[sum.a.1]', '<span class="num">−0.25</span>'],
    ['a rounded number', ':value[sum.long]{digits=2}', '<span class="num">0.12</span>'],
    ['a setting of the lab', ':value[lab.embedding]', '<span class="num">16</span>'],
    ['a number in a formula', '$\\value{sum.a.0}$', '<math><mn>0.5</mn></math>'],
    [
      'a coloured formula',
      '$f \\odot c$',
      '<mi class="sym-f">f</mi><mo>⊙</mo><mi class="sym-c">c</mi>',
    ],
    ['a letter without a meaning', '$W$', '<math><mi>W</mi></math>'],
  ])('%s', (_, line, html) => {
    expect(htmlOf(englishWith(line))).toContain(html);
  });

  it('puts a factor in parentheses when it is negative, and only then', () => {
    const html = htmlOf(englishWith('$\\factor{sum.a.0} \\times \\factor{sum.a.1}$'));
    const [formula] = html.split('</math>');
    expect(formula?.match(/fence="true"/g)).toHaveLength(2);
  });

  it('writes decimals with a comma in French formulas', () => {
    expect(htmlOf(frenchWith('$\\value{sum.a.0}$'), 'fr')).toContain('<mn>0,5</mn>');
  });

  it('sets a matrix with classes, never with styles', () => {
    const html = htmlOf(englishWith('$\\begin{pmatrix} 1 & 2 \\end{pmatrix}$'));
    expect(html).toContain('class="pad-left-0 pad-right-1"');
    expect(html).not.toContain('style');
  });

  it('opens an answer without a script', () => {
    const root = writeCourse(englishWith(':::answer[Show it]', 'Four.', ':::'));
    const lesson = loadLesson('en', 'toy', root);
    expect(lesson.blocks[0]).toMatchObject({
      html: expect.stringMatching(
        /<details class="answer"><summary>Show it<\/summary>\s*<p>Four.<\/p>\s*<\/details>/,
      ),
    });
  });
});
