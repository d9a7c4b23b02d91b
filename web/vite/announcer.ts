import type { Plugin } from 'vite';

const before = /(<div id="svelte-announcer"[^>]*) style="[^"]*"/;

/**
 * SvelteKit hides its route announcer by a style attribute, which `style-src 'self'`
 * forbids. The class does the same from the style sheet.
 */
export function announcer(): Plugin {
  return {
    name: 'recurrence:announcer',
    enforce: 'pre',
    transform: {
      filter: { id: /\/generated\/root\.svelte$/ },
      handler(code) {
        if (!before.test(code)) {
          throw new Error(
            "web/vite/announcer.ts: SvelteKit's announcer is no longer written as this file expects. Look at .svelte-kit/generated/root.svelte.",
          );
        }
        return { code: code.replace(before, '$1 class="unseen"'), map: null };
      },
    },
  };
}
