/** Finds the Emscripten in force: the emcc that is first on PATH. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const toolchain = 'cmake/Modules/Platform/Emscripten.cmake';

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {{ root: string, identity: string, env: Record<string, string> }} the folder of its
 *   CMake files, a text that changes with it, and the environment that a build with it needs
 */
export function findEmscripten(env = process.env) {
  const found = (env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'emcc'))
    .find((path) => existsSync(path));
  if (!found) throw new Error('emcc is not on PATH. Run scripts/setup.');
  const emcc = realpathSync(found);
  const root = [dirname(emcc), env.EMSCRIPTEN_ROOT, env.EMSCRIPTEN].find(
    (folder) => folder && existsSync(join(folder, toolchain)),
  );
  if (!root) {
    throw new Error(
      `${found} has no ${toolchain} beside it. Set EMSCRIPTEN_ROOT to the folder that has it.`,
    );
  }
  return {
    root,
    identity: `${emcc} ${statSync(emcc).mtimeMs}`,
    // Debian's emcc needs Debian's acorn, which a Node from elsewhere does not search for.
    env: {
      EMSCRIPTEN_ROOT: root,
      NODE_PATH: [env.NODE_PATH, '/usr/share/nodejs'].filter(Boolean).join(delimiter),
    },
  };
}
