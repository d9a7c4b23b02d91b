import { existsSync } from 'node:fs';

/**
 * Debian's Chromium, or the one that CHROMIUM_PATH names; it asks the network for nothing of
 * its own.
 * @param {readonly string[]} [flags] beside those that every visit has
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchChromium(flags = []) {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(
      `${executablePath} is missing. Run scripts/setup, or set CHROMIUM_PATH to a Chromium.`,
    );
  }
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...flags,
    ],
  });
}
