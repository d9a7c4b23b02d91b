/** Reads what the test tools write about a run, and counts it. Pure. */

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/** @returns {Count} */
export const nothing = () => ({ passed: 0, failed: 0, skipped: 0 });

/** @param {readonly Count[]} counts */
export function sum(counts) {
  const total = nothing();
  for (const { passed, failed, skipped } of counts) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/**
 * Catch2's JUnit report. Its own attributes count assertions; a case is a testcase element.
 * @param {string} xml
 */
export function countJunit(xml) {
  const count = nothing();
  const [, ...cases] = xml.split(/<testcase\b/);
  for (const one of cases) {
    if (/<(failure|error)\b/.test(one)) count.failed++;
    else if (/<skipped\b/.test(one)) count.skipped++;
    else count.passed++;
  }
  return count;
}

/** @type {Record<string, string>} */
const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/**
 * What a Catch2 JUnit report says of the cases that failed, for a person.
 * @param {string} xml
 */
export function failuresInJunit(xml) {
  const [, ...cases] = xml.split(/<testcase\b/);
  return cases
    .filter((one) => /<(failure|error)\b/.test(one))
    .map((one) => {
      const name = /\bname="([^"]*)"/.exec(one)?.[1] ?? '';
      const texts = [...one.matchAll(/<(failure|error)\b[^>]*>([^]*?)<\/\1>/g)];
      const text = [name, ...texts.map((match) => match[2]?.trim())].join('\n');
      return text.replace(/&(\w+);/g, (whole, entity) => entities[entity] ?? whole);
    })
    .join('\n\n');
}

/**
 * vitest's JSON report. A file that could not even be loaded has no cases: it counts as one.
 * @param {string} json
 */
export function countVitest(json) {
  const count = nothing();
  for (const file of JSON.parse(json).testResults) {
    if (file.status === 'failed' && file.assertionResults.length === 0) count.failed++;
    for (const { status } of file.assertionResults) {
      if (status === 'passed') count.passed++;
      else if (status === 'failed') count.failed++;
      else count.skipped++;
    }
  }
  return count;
}

/** @param {Count} count */
export const inWords = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
