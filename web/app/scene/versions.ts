/** What the numbers of this build come from; web/vite/versions.ts puts the ids in. */
import type { Versions } from './link';

declare global {
  interface ImportMetaEnv {
    readonly RECURRENCE_DATA?: string;
    readonly RECURRENCE_ENGINE?: string;
  }
}

const none = '00000000';

export const versions: Versions = {
  data: import.meta.env.RECURRENCE_DATA ?? none,
  engine: import.meta.env.RECURRENCE_ENGINE ?? none,
};
