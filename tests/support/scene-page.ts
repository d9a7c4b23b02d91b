/** A page with three instruments, for tests of its links. */
import type { Placed } from '../../web/app/scene/link';
import { runSchema } from '../../web/app/scene/run-schema';
import {
  choice,
  defaultsOf,
  flag,
  integer,
  optional,
  prefixed,
  text,
  type SceneSchema,
} from '../../web/app/scene/schema';

export const race: SceneSchema = {
  ...prefixed('a', runSchema()),
  ...prefixed('b', runSchema({ cell: 'rnn' })),
  word: text(60, 'Rosa'),
  smooth: flag(true),
};
const cell: SceneSchema = {
  unit: integer(-3, 40, 0),
  view: choice(['all', 'one'], 'all'),
  limit: optional(-1e300, 1e300, null),
};
export const place = (id: string, scene: SceneSchema): Placed => ({
  id,
  scene,
  controls: ['settings', 'menu'],
  start: defaultsOf(scene),
});
export const page = [place('race-1', race), place('race-2', race), place('cell-1', cell)];
export const made = { data: '0123abcd', engine: 'deadbeef' };
