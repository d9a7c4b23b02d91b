import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: {
    runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true),
  },
  kit: {
    adapter: adapter({ pages: 'dist/site', assets: 'dist/site' }),
    files: {
      appTemplate: 'web/app.html',
      assets: 'web/static',
      hooks: { server: 'web/app/hooks.server', universal: 'web/app/hooks' },
      lib: 'web/app',
      params: 'web/app/params',
      routes: 'web/routes',
      src: 'web',
    },
    alias: { $shared: 'web/shared', $content: 'web/content', $build: 'build' },
    // Every address is relative, so the same files work at any depth of any host.
    paths: { relative: true },
    // The time of the build, SvelteKit's default, would make every build differ.
    version: { name: version },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self', 'wasm-unsafe-eval'],
        // A figure that becomes a PNG is first an image of its own making.
        'img-src': ['self', 'blob:'],
        'object-src': ['none'],
        'base-uri': ['self'],
      },
    },
    prerender: { entries: ['*', '/404.html'] },
  },
};
