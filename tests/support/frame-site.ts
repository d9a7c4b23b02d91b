/** A page that is not of the site: three instruments for tests in the site's own frame. */
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { serve } from '../../scripts/serve.mjs';
import type { ServedSite } from './site';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

export async function serveFramePage(): Promise<ServedSite> {
  const site = path('../../build/frame-page');
  await build({
    root: path('frame-page'),
    configFile: false,
    publicDir: path('../../web/static'),
    logLevel: 'error',
    plugins: [svelte({ configFile: false })],
    resolve: {
      alias: {
        $lib: path('../../web/app'),
        $shared: path('../../web/shared'),
        $build: path('../../build'),
      },
    },
    worker: { format: 'es' },
    build: { outDir: site, emptyOutDir: true, assetsDir: '_app/immutable', assetsInlineLimit: 0 },
  });
  return serve({ port: 0, site });
}
