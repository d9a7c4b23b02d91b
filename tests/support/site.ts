import { serve } from '../../scripts/serve.mjs';

export interface ServedSite {
  /** Address of the site's first page; ends with a slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the built site on a free port, as a static host would; `base` such as `/deep/er`. */
export const serveSite = (base = '/'): Promise<ServedSite> => serve({ port: 0, base });
