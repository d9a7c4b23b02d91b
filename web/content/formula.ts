import type { Element, ElementContent } from 'hast';
import temml from 'temml';
import type { Language } from '../shared/lesson';
import { isSymbolLetter } from '../shared/symbols';
import { idOfTag } from './source-code';
import { formatNumber, valueAt, type readValues } from './values';

/**
 * What Temml would write as a style attribute, which the site's policy refuses: a class of
 * web/app/lesson/formula.css.
 */
const classOfStyle: Readonly<Record<string, string | null>> = {
  // The class tml-display says the same.
  'display:block math': null,
  'paddingLeft:0em': 'pad-left-0',
  'paddingRight:0em': 'pad-right-0',
  'paddingLeft:5.9776pt': 'pad-left-1',
  'paddingRight:5.9776pt': 'pad-right-1',
};

const seeCode: Readonly<Record<Language, string>> = { fr: 'voir le code', en: 'see the code' };

interface MathNode {
  readonly type?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly classes?: readonly string[];
  readonly style?: Readonly<Record<string, string>>;
  readonly children?: readonly MathNode[];
}

/** A formula that cannot be set; its message is fact and remedy. */
export class FormulaError extends Error {}

export interface Formula {
  readonly element: Element;
  readonly tag: string | null;
}

/**
 * Sets a formula as MathML. Beyond TeX an author may write `\value{path}` for a number of
 * example.json, `\value[2]{path}` for two decimals of it, and `\factor` for the same in
 * parentheses where it is negative.
 */
export function setFormula(
  tex: string,
  display: boolean,
  language: Language,
  values: ReturnType<typeof readValues>,
): Formula {
  const tag = /\\tag\{([^}]*)\}/u.exec(tex)?.[1] ?? null;
  if (tag !== null && !/^[a-z]+\.\d+'?$/u.test(tag)) {
    throw new FormulaError(`the tag "${tag}" is not of the form lstm.5. Write it so.`);
  }
  const source = tex
    .replace(/\\tag\{[^}]*\}/u, '')
    .replace(
      /\\(value|factor)(?:\[(\d)\])?\{([^}]*)\}/gu,
      (_, kind: string, digits = '4', path: string) => {
        const value = valueAt(values, path);
        if (value === null) {
          throw new FormulaError(
            `no number stands at "${path}". Name one of example.json or of lab.`,
          );
        }
        const text = formatNumber(value, Number(digits), language)
          .replace('−', '-')
          .replace(',', '{,}');
        return kind === 'factor' && value < 0 ? `(${text})` : `{${text}}`;
      },
    );
  const element = toElement(render(source, display));
  return { element: display ? equation(element, tag, language) : element, tag };
}

function render(source: string, display: boolean): MathNode {
  const setter = temml as typeof temml & {
    __renderToMathMLTree: (tex: string, options: object) => MathNode;
  };
  try {
    return setter.__renderToMathMLTree(source, {
      displayMode: display,
      strict: true,
      throwOnError: true,
    });
  } catch (error) {
    const fact = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new FormulaError(`this formula is not TeX: ${fact?.trim()}. Correct it.`);
  }
}

function equation(math: Element, tag: string | null, language: Language): Element {
  if (tag === null) return box({ className: ['eq'] }, [math]);
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { className: ['tag'], href: `#${idOfTag('code', tag)}` },
    children: [{ type: 'text', value: `${tag} · ${seeCode[language]}` }],
  };
  return box({ className: ['eq'], id: idOfTag('eq', tag) }, [math, link]);
}

function box(properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName: 'div', properties, children };
}

function toElement(root: MathNode): Element {
  const [element] = toContents(root);
  if (element?.type !== 'element') throw new FormulaError('this formula is empty. Write it.');
  return element;
}

function toContents(node: MathNode): ElementContent[] {
  if (node.text !== undefined) return [{ type: 'text', value: node.text }];
  const children = (node.children ?? []).flatMap(toContents);
  if (node.type === undefined) return children;
  const classes = [...(node.classes ?? []), ...classesOfStyle(node.style ?? {})].filter(Boolean);
  const only = children.length === 1 ? children[0] : undefined;
  if (node.type === 'mi' && only?.type === 'text' && isSymbolLetter(only.value)) {
    classes.push(`sym-${only.value}`);
  }
  const properties = classes.length > 0 ? { className: classes } : {};
  return [
    {
      type: 'element',
      tagName: node.type,
      properties: { ...node.attributes, ...properties },
      children,
    },
  ];
}

function classesOfStyle(style: Readonly<Record<string, string>>): string[] {
  return Object.entries(style).flatMap(([property, value]) => {
    const name = classOfStyle[`${property}:${value}`];
    if (name === undefined) {
      throw new FormulaError(
        `this formula needs the style "${property}: ${value}", which has no class. ` +
          'Write it in another way, or add a class to web/content/formula.ts and web/app/lesson/formula.css.',
      );
    }
    return name === null ? [] : [name];
  });
}
