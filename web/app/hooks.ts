import type { Transport } from '@sveltejs/kit';
import { inThePage, ServerHtml } from '$shared/server-html';

/** How values of the build's own kinds come to the browser with a page's data. */
export const transport: Transport = {
  ServerHtml: {
    encode: (value) => value instanceof ServerHtml && 1,
    decode: () => inThePage,
  },
};
