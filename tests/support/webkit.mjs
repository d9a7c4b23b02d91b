/**
 * WebKitGTK by its own WebDriver: three requests, so no library stands between. It needs a
 * screen; xvfb-run lends one.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';

const driver = '/usr/bin/WebKitWebDriver';
const screen = '/usr/bin/xvfb-run';
const browser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** @returns {Promise<number>} a port that is free now */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** @param {string} base @param {string} method @param {string} path @param {unknown} [body] */
async function ask(base, method, path, body) {
  const response = await fetch(`${base}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = /** @type {{ value: any }} */ (await response.json());
  if (!response.ok) throw new Error(`WebKitGTK: ${value.error}: ${value.message}`);
  return value;
}

/** Asks until the driver answers or has ended. @param {string} base @param {() => boolean} ended */
async function untilReady(base, ended) {
  while (!ended()) {
    const ready = await ask(base, 'GET', '/status').catch(() => undefined);
    if (ready) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('WebKitWebDriver ended before it answered');
}

/**
 * Opens `url` and runs `script` there, which may return a promise.
 * @param {string} url @param {string} script
 * @returns {Promise<any>} what it gives; a text says what is not installed
 */
export async function withWebKit(url, script) {
  const missing = [driver, screen, browser].filter((path) => !existsSync(path));
  if (missing.length > 0) return `${missing.join(', ')} is not installed`;
  const port = await freePort();
  // A group of its own: the screen, the driver and the browser end together.
  const child = spawn(screen, ['-a', driver, `--port=${port}`], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  let ended = false;
  child.on('exit', () => (ended = true));
  child.on('error', () => (ended = true));
  const base = `http://127.0.0.1:${port}`;
  try {
    await untilReady(base, () => ended);
    const { sessionId } = await ask(base, 'POST', '/session', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
          timeouts: { script: 300_000 },
        },
      },
    });
    const session = `/session/${sessionId}`;
    try {
      await ask(base, 'POST', `${session}/url`, { url });
      return await ask(base, 'POST', `${session}/execute/sync`, { script, args: [] });
    } finally {
      await ask(base, 'DELETE', session);
    }
  } finally {
    if (!ended && child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  }
}
