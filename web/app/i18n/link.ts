/** What is wrong with a link, told in each language: the fact, then the remedy. */
import type { Language } from '../../shared/lesson';
import type { LinkProblem } from '../scene/codec';
import type { Field } from '../scene/schema';

export interface Told {
  readonly fact: string;
  readonly remedy: string;
}

const most = 12;
const listed = (items: readonly string[]): string =>
  items.slice(0, most).join(', ') + (items.length > most ? ', …' : '');

const numbers = {
  fr: new Intl.NumberFormat('fr', { maximumSignificantDigits: 15 }),
  en: new Intl.NumberFormat('en', { maximumSignificantDigits: 15 }),
};

function fieldFr(field: Field): string {
  const n = (value: number): string => numbers.fr.format(value);
  switch (field.kind) {
    case 'choice':
      return `Mettez l’un de ces mots\u202f: ${listed(field.of)}.`;
    case 'integer':
      return `Mettez un nombre entier, de ${n(field.min)} à ${n(field.max)}.`;
    case 'number':
      return `Mettez un nombre de ${n(field.min)} à ${n(field.max)}, écrit avec un point.`;
    case 'optional':
      return `Mettez «\u202fnone\u202f», ou un nombre de ${n(field.min)} à ${n(field.max)}, écrit avec un point.`;
    case 'flag':
      return 'Mettez «\u202fyes\u202f» ou «\u202fno\u202f».';
    case 'text':
      return `Mettez un texte de ${n(field.most)} signes au plus.`;
  }
}

function fieldEn(field: Field): string {
  const n = (value: number): string => numbers.en.format(value);
  switch (field.kind) {
    case 'choice':
      return `Use one of: ${listed(field.of)}.`;
    case 'integer':
      return `Use a whole number from ${n(field.min)} to ${n(field.max)}.`;
    case 'number':
      return `Use a number from ${n(field.min)} to ${n(field.max)}.`;
    case 'optional':
      return `Use “none”, or a number from ${n(field.min)} to ${n(field.max)}.`;
    case 'flag':
      return 'Use “yes” or “no”.';
    case 'text':
      return `Use a text of at most ${n(field.most)} characters.`;
  }
}

const amongFr = (items: readonly string[]): string =>
  items.length === 0
    ? 'Retirez-le\u202f: il n’y en a pas ici.'
    : `Prenez parmi\u202f: ${listed(items)}.`;

function tellFr(problem: LinkProblem): Told {
  switch (problem.kind) {
    case 'long':
      return {
        fact: `Le lien compte ${numbers.fr.format(problem.length)} signes, trop pour être lu.`,
        remedy: `Un lien d’ici en a ${numbers.fr.format(problem.most)} au plus\u202f: copiez-le de nouveau.`,
      };
    case 'version':
      return {
        fact: `Le lien est de la version «\u202f${problem.given}\u202f», que cette page ne lit pas.`,
        remedy: `Elle lit la version ${problem.known}\u202f: rechargez la page, ou refaites le lien.`,
      };
    case 'malformed':
      return {
        fact: `«\u202f${problem.part}\u202f» ne se lit pas.`,
        remedy: 'Écrivez «\u202fnom=valeur\u202f», ou retirez cette partie.',
      };
    case 'twice':
      return {
        fact: `«\u202f${problem.key}\u202f» est donné deux fois\u202f; seule la première compte.`,
        remedy: 'Retirez la seconde.',
      };
    case 'key':
      return {
        fact: `Le lien dit «\u202f${problem.key}\u202f», qui ne désigne rien ici.`,
        remedy: amongFr(problem.known),
      };
    case 'instrument':
      return {
        fact: `Cette page n’a pas d’instrument «\u202f${problem.id}\u202f».`,
        remedy: amongFr(problem.known),
      };
    case 'field':
      return {
        fact: `L’instrument «\u202f${problem.id}\u202f» n’a pas de réglage «\u202f${problem.key}\u202f».`,
        remedy: amongFr(problem.known),
      };
    case 'control':
      return {
        fact: `L’instrument «\u202f${problem.id}\u202f» n’a rien à cacher qui s’appelle «\u202f${problem.control}\u202f».`,
        remedy: amongFr(problem.known),
      };
    case 'value':
      return {
        fact: `«\u202f${problem.given}\u202f» ne convient pas au réglage «\u202f${problem.key}\u202f» de «\u202f${problem.id}\u202f».`,
        remedy: fieldFr(problem.field),
      };
  }
}

const amongEn = (items: readonly string[]): string =>
  items.length === 0 ? 'Remove it: there are none here.' : `Use one of: ${listed(items)}.`;

function tellEn(problem: LinkProblem): Told {
  switch (problem.kind) {
    case 'long':
      return {
        fact: `The link has ${numbers.en.format(problem.length)} characters, too many to be read.`,
        remedy: `A link of this site has ${numbers.en.format(problem.most)} at most: copy it again.`,
      };
    case 'version':
      return {
        fact: `The link is of version “${problem.given}”, which this page does not read.`,
        remedy: `It reads version ${problem.known}: reload the page, or make the link again.`,
      };
    case 'malformed':
      return {
        fact: `“${problem.part}” cannot be read.`,
        remedy: 'Write “name=value”, or remove this part.',
      };
    case 'twice':
      return {
        fact: `“${problem.key}” is given twice; only the first counts.`,
        remedy: 'Remove the second.',
      };
    case 'key':
      return {
        fact: `The link says “${problem.key}”, which means nothing here.`,
        remedy: amongEn(problem.known),
      };
    case 'instrument':
      return {
        fact: `This page has no instrument “${problem.id}”.`,
        remedy: amongEn(problem.known),
      };
    case 'field':
      return {
        fact: `The instrument “${problem.id}” has no setting “${problem.key}”.`,
        remedy: amongEn(problem.known),
      };
    case 'control':
      return {
        fact: `The instrument “${problem.id}” has nothing to hide called “${problem.control}”.`,
        remedy: amongEn(problem.known),
      };
    case 'value':
      return {
        fact: `“${problem.given}” does not suit the setting “${problem.key}” of “${problem.id}”.`,
        remedy: fieldEn(problem.field),
      };
  }
}

export const tellProblem: Readonly<Record<Language, (problem: LinkProblem) => Told>> = {
  fr: tellFr,
  en: tellEn,
};
