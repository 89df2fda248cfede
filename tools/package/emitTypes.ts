import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { ROOT } from '../../src/project/project.mjs';

/**
 * Writes the declarations of modules in `src`, and of all modules that they import, into `target`. Adds the extensions to relative
 * imports that Node requires.
 */
export async function emitTypes(entries: readonly string[], target: string): Promise<void> {
  const compiledFolder = await mkdtemp(path.join(tmpdir(), 'types-'));
  try {
    const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
    execFileSync(process.execPath, [tsc, '-p', 'tsconfig.package.json', '--outDir', compiledFolder], { cwd: ROOT, stdio: 'inherit' });
    const files = new Set(entries.map((entry) => `${entry}.d.ts`));
    // Iterating over a set also visits entries that are added during the loop.
    for (const file of files) {
      const text = withoutStyles(await readFile(path.join(compiledFolder, file), 'utf8')).replaceAll(
        /(from |import\()(['"])(\.[^'"]+)\2/gu,
        (_, before: string, quote: string, specifier: string) => {
          const declaration = declarationOf(compiledFolder, path.join(path.dirname(file), specifier));
          files.add(declaration);
          const relative = path.relative(path.dirname(file), declaration.replace(/\.d\.(m?)ts$/u, '.$1js')).replaceAll(path.sep, '/');
          return `${before}${quote}${relative.startsWith('.') ? relative : `./${relative}`}${quote}`;
        },
      );
      await mkdir(path.dirname(path.join(target, file)), { recursive: true });
      await writeFile(path.join(target, file), text);
    }
  } finally {
    await rm(compiledFolder, { recursive: true, force: true });
  }
}

/** Returns the declaration file of a module. The extension in `module` is optional. @throws if there is none */
function declarationOf(folder: string, module: string): string {
  const base = module.replace(/\.(?:tsx?|mjs)$/u, '');
  const found = [`${base}.d.ts`, `${base}.d.mts`].find((file) => existsSync(path.join(folder, file)));
  if (found === undefined) throw new Error(`No declaration was written for ${module}.`);
  return found;
}

/** Removes imports of style sheets, which have no types. */
function withoutStyles(declarations: string): string {
  return declarations.replaceAll(/^import '[^']+\.css';\n/gmu, '');
}
