import { createRequire } from 'node:module';
import path from 'node:path';

/** The package that opens pseudo-terminals; a peer dependency, which a story's project installs if it records. */
const PTY_PACKAGE = '@lydell/node-pty';

export type Pty = typeof import('@lydell/node-pty');

type Require = (name: string) => unknown;

/**
 * Returns the package of the project in `folder`, or else the one beside Understudy.
 * @throws if there is none that works here, with what to do
 */
export function loadPty(folder: string, requiresOf: (from: string) => Require = createRequire): Pty {
  for (const from of [path.join(folder, 'story.json'), import.meta.url]) {
    try {
      return requiresOf(from)(PTY_PACKAGE) as Pty;
    } catch {
      // Looked for in the next place.
    }
  }
  throw new Error(
    `Recording needs the package ${PTY_PACKAGE}: npm install --save-dev ${PTY_PACKAGE}. ` +
      'Without it, record with asciinema (asciinema rec session.cast) and bring it in: understudy import cast session.cast',
  );
}
