import type { ChallengeWords } from './challenge';

const plural = (count: number): string => (count === 1 ? '' : 's');

export const en: ChallengeWords = {
  reading:
    'each line is a condition; the bar is where the run stands, the stroke where the limit is. The share of right answers is counted by the check alone, on sequences that the run never saw.',
  challenge: 'Challenge',
  settings: 'Settings to choose',
  verbs: {
    train: 'Train',
    pause: 'Pause',
    step: 'Step',
    reset: 'Start over',
    again: 'Try again',
    check: 'Check',
    stop: 'Stop the check',
  },
  spent: (examples, unit) => `The ${examples} ${unit} allowed are seen: check, or start over.`,
  checking: (measured, all, unit) => `Checking: ${measured} ${unit} of ${all}.`,
  cancelled: 'Check stopped: it does not count.',
  goal: {
    title: 'The goal',
    share: (percent, sequences, unit) =>
      `at least ${percent} right answers on ${sequences} fresh ${unit}`,
    examples: (most, unit) => `at most ${most} ${unit} to learn from`,
    parameters: (most) => `at most ${most} parameters`,
    cell: (cells) =>
      `a cell among: ${new Intl.ListFormat('en', { type: 'disjunction' }).format(cells)}`,
    fixed: 'the other settings as they are',
  },
  now: {
    validation: (percent) => `${percent} in validation, to be checked`,
    unmeasured: 'nothing measured yet',
    share: (percent) => `${percent} in the check`,
    examples: (count, unit) => `${count} ${unit}`,
    parameters: (count) => `${count} parameters`,
    uncounted: 'not counted yet',
    fixed: 'nothing changed',
    changed: (names) => `changed: ${names}`,
  },
  met: 'met',
  unmet: 'not met',
  open: 'to be checked',
  short: {
    share: (points, least) => `${points} points short of ${least}`,
    examples: (count, unit) => `${count} ${unit} too many`,
    parameters: (count) => `${count} parameters too many`,
  },
  verdict: {
    title: 'The check',
    solved: (seed, examples, unit) =>
      `Solved: every condition is met, with seed ${seed}, after ${examples} ${unit}.`,
    unsolved: (count) => `Not yet: ${count} condition${plural(count)} not met.`,
    earned: 'This challenge is solved, by a run of this visit.',
    kept: (date, recipe) => `This browser keeps a recipe of ${date}: ${recipe}.`,
    unproven: 'A recipe is no proof: run it again, and the check will tell.',
    elsewhere: 'It comes from another state of the engine or the data: its numbers may differ.',
    replay: 'Run this recipe again',
    replaying: 'The recipe is being run\u2026',
    refuted: 'Run again, this recipe does not meet the goal: it is no longer kept.',
    forget: 'Forget this recipe',
    notKept: 'The browser keeps nothing here: note the settings, or copy the link.',
  },
  hints: {
    title: 'Hints',
    none: 'No hint is open.',
    opened: (count, all) => `${count} hint${plural(count)} of ${all}.`,
    open: (place) => `Open hint ${place}`,
    hint: (place) => `Hint ${place}`,
    all: 'All hints are open.',
  },
  attempts: {
    title: 'Your checked runs',
    none: 'No run has been checked yet.',
    count: (count) => `${count} run${plural(count)} checked in this visit.`,
    columns: {
      attempt: 'Run',
      settings: 'Settings',
      parameters: 'Parameters',
      examples: (unit) => `${unit.charAt(0).toUpperCase()}${unit.slice(1)} seen`,
      share: (unit) => `Right, fresh ${unit}`,
      verdict: 'Verdict',
    },
    solved: 'solved',
    unsolved: 'not yet',
    at: 'in this visit',
  },
  summary: (title, clauses) => `Challenge “${title}”: ${clauses.join('; ')}.`,
  clause: (goal, now, met) => `${goal}, ${now}: ${met}`,
};
