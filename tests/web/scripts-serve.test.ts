import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseHeaders, readServeOptions, serve } from '../../scripts/serve.mjs';

const site = mkdtempSync(join(tmpdir(), 'recurrence-site-'));
for (const folder of ['fr/lecon', '_app/immutable', '_app/other']) {
  mkdirSync(join(site, folder), { recursive: true });
}
writeFileSync(join(site, 'index.html'), 'first');
writeFileSync(join(site, '404.html'), 'lost');
writeFileSync(join(site, 'fr/lecon/index.html'), 'lesson');
writeFileSync(join(site, 'fr/page.html'), 'page');
writeFileSync(join(site, '_app/immutable/worker.js'), 'work');
writeFileSync(join(site, '_app/other/rnn.wasm'), 'wasm');
afterAll(() => {
  rmSync(site, { recursive: true });
});

/** As a browser asks, but with the path as it stands: no dots are resolved before. */
const get = (url: string, path: string) =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const { port } = new URL(url);
      request({ host: '127.0.0.1', port, path }, (response) => {
        let body = '';
        response.on('data', (chunk) => (body += chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
        });
      })
        .on('error', reject)
        .end();
    },
  );

describe.each(['/', '/deep/er'])('the site served under %s', async (base) => {
  const server = await serve({ port: 0, base, site });
  afterAll(() => server.close());
  const prefix = base === '/' ? '' : base;

  it.each([
    ['/', 200, 'first'],
    ['/fr/lecon/', 200, 'lesson'],
    ['/fr/lecon/?seed=2', 200, 'lesson'],
    ['/fr/page', 200, 'page'],
    ['/nowhere', 404, 'lost'],
    ['/../../package.json', 404, 'lost'],
    ['/%2e%2e/%2e%2e/package.json', 404, 'lost'],
  ])('answers %s with %i', async (path, status, body) => {
    const answer = await get(server.url, prefix + path);
    expect(answer).toMatchObject({ status, body });
  });

  it.each([
    ['/fr/lecon', '/fr/lecon/'],
    ['/fr/lecon?seed=2', '/fr/lecon/?seed=2'],
  ])('sends a reader of the folder %s on to %s', async (path, to) => {
    const { status, headers } = await get(server.url, prefix + path);
    expect(status).toBe(308);
    expect(headers.location).toBe(prefix + to);
  });

  it('gives scripts, and so workers, a policy, and leaves pages theirs', async () => {
    const script = await get(server.url, `${prefix}/_app/immutable/worker.js`);
    expect(script.headers['content-security-policy']).toBe(
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'self'",
    );
    expect(script.headers['cache-control']).toContain('immutable');
    const page = await get(server.url, `${prefix}/fr/lecon/`);
    expect(page.headers).not.toHaveProperty('content-security-policy');
    for (const { headers } of [script, page]) {
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
    }
  });

  it('names WebAssembly as such', async () => {
    const { headers } = await get(server.url, `${prefix}/_app/other/rnn.wasm`);
    expect(headers['content-type']).toBe('application/wasm');
  });
});

describe('what cannot be served', () => {
  it('names a port that is taken, and the remedy', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const says = `Port ${port} of 127.0.0.1 is in use. Take another: npm start -- --port ${port + 1}`;
    await expect(serve({ port, site })).rejects.toThrow(says);
    const start = spawnSync(process.execPath, ['scripts/start.mjs', '--port', String(port)], {
      encoding: 'utf8',
    });
    taken.close();
    expect(start).toMatchObject({ status: 1, stdout: '', stderr: `${says}\n` });
  });

  it('asks for a build where there is none', async () => {
    const serving = serve({ port: 0, site: join(site, 'fr') });
    await expect(serving).rejects.toThrow('Run npm run build first');
  });

  it.each([
    [['--port', 'many'], "'many' is no port"],
    [['--port', '70000'], "'70000' is no port"],
    [['--colour'], 'Usage: npm start'],
  ])('refuses %j', (args, says) => {
    expect(() => readServeOptions(args)).toThrow(says);
  });

  it.each(['sub', '/a b', '//elsewhere.example', '/../x/..//'])(
    'refuses the base %s',
    async (base) => {
      await expect(serve({ port: 0, base, site })).rejects.toThrow('is no base path');
    },
  );
});

describe('host samples', () => {
  it('reads paths and their headers', () => {
    const [all, one] = parseHeaders('# why\n/*\n  A: 1\n\n/x\n  B: c: d\n');
    expect(all?.headers).toEqual([['A', '1']]);
    expect(all?.matches('/any')).toBe(true);
    expect(one?.headers).toEqual([['B', 'c: d']]);
    expect([one?.matches('/x'), one?.matches('/x/y')]).toEqual([true, false]);
  });

  it('names the line of a header without a path', () => {
    expect(() => parseHeaders('\n  A: 1\n')).toThrow('_headers:2');
  });

  it.each(['nginx.conf', '.htaccess'])('%s sends what _headers sends', (file) => {
    const text = readFileSync(`web/hosting/${file}`, 'utf8');
    const rules = parseHeaders(readFileSync('web/hosting/_headers', 'utf8'));
    for (const [name, value] of rules.slice(0, 3).flatMap(({ headers }) => headers)) {
      expect(text).toMatch(new RegExp(`${name} "?${value.replace(/[()]/g, '\\$&')}`));
    }
  });
});
