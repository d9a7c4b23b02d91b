/**
 * Serves dist/site as a static host would, with the headers of web/hosting/_headers:
 * `node scripts/serve.mjs [--port 4173] [--base /sub/path]`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

export const usage = 'Usage: npm start -- [--port 4173] [--base /sub/path]';

/** An option that cannot be served, or a port that is taken; `message` says what to do. */
export class ServeError extends Error {}

/** @param {number} port */
export const portTaken = (port) =>
  new ServeError(
    `Port ${port} of 127.0.0.1 is in use. Take another: npm start -- --port ${port + 1}`,
  );

/**
 * Reads the file format of Netlify and Cloudflare Pages: a path, then its headers, indented.
 * @param {string} text
 * @returns {{ matches: (path: string) => boolean, headers: [string, string][] }[]}
 */
export function parseHeaders(text) {
  /** @type {ReturnType<typeof parseHeaders>} */
  const rules = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '' || line.trimStart().startsWith('#')) return;
    const place = `_headers:${index + 1}`;
    if (!/^\s/.test(line)) {
      const prefix = line.trim().replace(/\*$/, '');
      const open = line.trim().endsWith('*');
      rules.push({
        matches: (path) => (open ? path.startsWith(prefix) : path === prefix),
        headers: [],
      });
      return;
    }
    const header = /^\s+([^:\s]+):\s*(.+)$/.exec(line);
    const rule = rules.at(-1);
    if (!header?.[1] || !header[2] || !rule)
      throw new Error(`${place}: expected "  Name: value" under a path`);
    rule.headers.push([header[1], header[2].trim()]);
  });
  return rules;
}

/**
 * @param {{ port?: number, base?: string, site?: string }} [options] port 0 takes a free one;
 *   base is the path under which the site is served
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} url ends with a slash
 */
export async function serve({ port = 4173, base = '/', site = join(root, 'dist/site') } = {}) {
  if (!existsSync(join(site, 'index.html'))) {
    throw new ServeError(`${site} has no site in it. Run npm run build first.`);
  }
  if (!/^\/(?:[\w.-]+\/)*(?:[\w.-]+)?$/.test(base)) {
    throw new ServeError(`'${base}' is no base path. Write it as /sub/path.`);
  }
  const prefix = base.replace(/\/$/, '');
  const rules = parseHeaders(readFileSync(join(root, 'web/hosting/_headers'), 'utf8'));
  const { default: sirv } = await import('sirv');
  const notFound = join(site, '404.html');

  /** @param {string} path @returns {[string, string][]} */
  const headersOf = (path) => rules.flatMap((rule) => (rule.matches(path) ? rule.headers : []));

  const files = sirv(site, {
    dev: true,
    etag: true,
    dotfiles: false,
    setHeaders(response, path) {
      for (const [name, value] of headersOf(path)) response.setHeader(name, value);
    },
    onNoMatch(request, response) {
      response.statusCode = 404;
      for (const [name, value] of headersOf(request.url ?? '/')) response.setHeader(name, value);
      if (existsSync(notFound)) {
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        response.end(readFileSync(notFound));
      } else {
        response.setHeader('Content-Type', 'text/plain; charset=utf-8');
        response.end('404\n');
      }
    },
  });

  /**
   * Relative addresses in a folder's page need the slash at its end: hosts redirect to it.
   * @param {string} path
   */
  const isFolder = (path) => {
    if (path === prefix && prefix !== '') return true;
    if (path.endsWith('/') || path.startsWith('//') || !path.startsWith(`${prefix}/`)) return false;
    const file = join(site, new URL(path, 'http://_').pathname.slice(prefix.length));
    return !existsSync(`${file}.html`) && existsSync(join(file, 'index.html'));
  };

  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const path = url.replace(/[?#].*/, '');
    if (isFolder(path)) {
      response.writeHead(308, { Location: `${path}/${url.slice(path.length)}` }).end();
    } else if (url.startsWith(`${prefix}/`)) {
      request.url = url.slice(prefix.length);
      files(request, response);
    } else {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(`The site is under ${prefix}/\n`);
    }
  });

  await new Promise((resolve, reject) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      reject(error.code === 'EADDRINUSE' ? portTaken(port) : error);
    });
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}${prefix}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/**
 * @param {string[]} args
 * @returns {{ port: number, base: string }}
 */
export function readServeOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '4173' },
        base: { type: 'string', default: '/' },
      },
    }));
  } catch (error) {
    throw new ServeError(`${/** @type {Error} */ (error).message}\n${usage}`);
  }
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) {
    throw new ServeError(`'${values.port}' is no port: it is a number from 0 to 65535.\n${usage}`);
  }
  return { port, base: values.base };
}

if (import.meta.filename === process.argv[1]) {
  try {
    const { url } = await serve(readServeOptions(process.argv.slice(2)));
    process.stdout.write(`Récurrence: ${url}\n`);
  } catch (error) {
    if (!(error instanceof ServeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
