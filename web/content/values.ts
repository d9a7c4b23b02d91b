import { z } from 'zod';
import type { Language } from '../shared/lesson';
import { classifier, defaultSettings } from '../shared/settings';
import { claimsFile, readClaims, type Claims } from './claims/claims-file';
import { readJson } from './json-file';
import type { ProjectFiles } from './project-files';

type NumberTree = number | readonly NumberTree[] | { readonly [key: string]: NumberTree };

const numberTree: z.ZodType<NumberTree> = z.lazy(() =>
  z.union([z.number(), z.array(numberTree), z.record(z.string(), numberTree)]),
);

/**
 * Numbers that a lesson may show, by path: those of its example.json ("elman.a.0", counted
 * from 0), the settings of the lab under "lab", and what experiments gave under "claims", by group,
 * variant and figure ("claims.recall.rnn-10.examples").
 */
export function readValues(files: ProjectFiles, exampleFile: string): NumberTree {
  const example = files.has(exampleFile)
    ? readJson(files, exampleFile, z.record(z.string(), numberTree)).content
    : {};
  const claims = files.has(claimsFile) ? summaries(readClaims(files)) : {};
  const { embedding, batch, hidden } = defaultSettings;
  return { ...example, claims, lab: { embedding, batch, maxLength: classifier.maxLength, hidden } };
}

function summaries({ experiments }: Claims): NumberTree {
  const each = Object.entries(experiments).map(([group, variants]) => [
    group,
    Object.fromEntries(Object.entries(variants).map(([name, claim]) => [name, claim.summary])),
  ]);
  return Object.fromEntries(each) as NumberTree;
}

/** The number at a path, or null. */
export function valueAt(values: NumberTree, path: string): number | null {
  let here: NumberTree | undefined = values;
  for (const key of path.split('.')) {
    if (typeof here !== 'object') return null;
    here = Array.isArray(here)
      ? (here as readonly NumberTree[])[Number(key)]
      : (here as { readonly [key: string]: NumberTree })[key];
  }
  return typeof here === 'number' ? here : null;
}

/**
 * A number as the language prints it, rounded to `digits` decimals; one that needs fewer is
 * printed as it is, so 0.5 stays short and 0.4621171572600098 becomes 0.4621.
 */
export function formatNumber(value: number, digits: number, language: Language): string {
  const rounded = Number(value.toFixed(digits));
  const exact = Math.abs(rounded - value) < 1e-12;
  const text = exact ? String(rounded) : value.toFixed(digits);
  const [whole = '', fraction] = text.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, language === 'fr' ? '\u202f' : ',');
  const point = language === 'fr' ? ',' : '.';
  const sign = Number(text) < 0 ? '−' : '';
  return sign + grouped + (fraction === undefined ? '' : point + fraction);
}

/** A share from 0 to 1 in percent, with the sign as the language spaces it. */
export function formatPercent(share: number, digits: number, language: Language): string {
  const number = formatNumber(100 * share, digits, language);
  return language === 'fr' ? `${number}\u202f%` : `${number}%`;
}
