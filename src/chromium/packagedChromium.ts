import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/** An npm package with a Chromium for Linux on x64. */
const PACKAGE = '@sparticuz/chromium';

const require = createRequire(import.meta.url);

/** Returns the folder of the package; undefined if it is not installed or the system is not Linux on x64. */
export function findPackagedChromium(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    const main = require.resolve(PACKAGE);
    return main.slice(0, main.lastIndexOf(path.normalize(PACKAGE)) + PACKAGE.length);
  } catch {
    return undefined;
  }
}

/**
 * Unpacks the packaged Chromium into node_modules/.cache, at the first call, and returns how to launch it. The package contains the
 * shared libraries and a font, so nothing has to be installed.
 */
export async function unpackPackagedChromium(packageFolder: string): Promise<{ executablePath: string; env: Record<string, string> }> {
  const { version } = require(path.join(packageFolder, 'package.json')) as { version: string };
  const cache = path.join(packageFolder, '../../.cache/understudy');
  const folder = path.join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true });
    const draft = await mkdtemp(path.join(cache, 'draft-'));
    await unpackInto(draft);
    await writeFile(path.join(draft, 'fonts.conf'), fontsConf(folder));
    // Another process may have been faster. Both results are complete.
    await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  }
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      ...omitUndefinedVariables(process.env),
      LD_LIBRARY_PATH: [path.join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  };
}

/** Sets TMPDIR, into which the package unpacks, and AWS_EXECUTION_ENV, without which it does not unpack its libraries. */
async function unpackInto(folder: string): Promise<void> {
  const { TMPDIR, AWS_EXECUTION_ENV } = process.env;
  setEnv({ TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' });
  try {
    const packaged = require(PACKAGE) as { executablePath(): Promise<string> };
    await packaged.executablePath();
  } finally {
    setEnv({ TMPDIR, AWS_EXECUTION_ENV });
  }
}

function setEnv(values: NodeJS.ProcessEnv): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

/** The package's own font configuration names /tmp only. Without fonts, text has no height. */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

function omitUndefinedVariables(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
