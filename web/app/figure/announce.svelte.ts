/** The page's one polite live region: what it says now, and who may make it speak. */

let message = $state('');
let count = $state(0);

/** Says something once, when the reader's screen reader has time for it. In the browser only. */
export function announce(text: string): void {
  message = text;
  count += 1;
}

export const announcement = {
  get text(): string {
    return message;
  },
  /** Rises with each message, so that the same words twice are said twice. */
  get count(): number {
    return count;
  },
};
