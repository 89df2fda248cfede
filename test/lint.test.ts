import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A file and its code. */
type Case = readonly [file: string, code: string];

/** Code against import boundaries, the rules for hooks, or those for cycles and arguments: each must be an error. */
const FORBIDDEN: readonly Case[] = [
  ['src/core/bounded/a.ts', `export const a = (list: readonly number[]): number => Math.max(0, ...list);`],
  ['src/core/bounded/b.ts', `export const b = (from: readonly number[], to: number[]): void => void to.push(...from);`],
  ['src/schema/a.ts', `import { useState } from 'react'; export { useState };`],
  ['src/schema/b.ts', `import type { A } from '../kinds/kind'; export type B = A;`],
  ['src/schema/c.ts', `export { a } from '../compiler/compileStory';`],
  ['src/blocks/say/a.ts', `import { schema } from '../../schema/block'; export const a = schema;`],
  ['src/blocks/say/block.ts', `import { Text } from './SayText'; export const a = Text;`],
  ['src/blocks/say/schema.ts', `import { lineElement } from '../block'; export const a = lineElement;`],
  ['src/blocks/say/SayText.tsx', `import { usePlayer } from '../../player/usePlayer'; export const a = usePlayer;`],
  ['src/core/f.ts', `import { BlockText } from '../blocks/BlockText'; export const f = BlockText;`],
  ['src/core/a.ts', `import { z } from 'zod'; export const a = z;`],
  ['src/core/b.ts', `import type { ReactNode } from 'react'; export type B = ReactNode;`],
  ['src/core/c.ts', `import { story } from '../schema/story'; export const c = story;`],
  ['src/core/d.ts', `import type { Kind } from '../kinds/kind'; export type D = Kind;`],
  ['src/core/e.ts', `import { readFile } from 'node:fs/promises'; export const e = readFile;`],
  ['src/core/terminal/a.ts', `import { block } from '../../schema/block'; export const a = block;`],
  ['src/core/terminal/b.ts', `import { Terminal } from '@xterm/xterm'; export const b = Terminal;`],
  ['src/core/terminal/c.ts', `import { screen } from '../../terminal/screen'; export const c = screen;`],
  ['src/kinds/registry.ts', `import { usePlayer } from '../player/usePlayer'; export const a = usePlayer;`],
  ['src/kinds/alpha/View.tsx', `import { beta } from '../beta/kind'; export const a = beta;`],
  ['src/kinds/alpha/a.ts', `import { schema } from './schema'; export const a = schema;`],
  ['src/kinds/alpha/b.ts', `import { z } from 'zod'; export const b = z;`],
  ['src/kinds/alpha/c.ts', `import { line } from '../../schema/text'; export const c = line;`],
  ['src/kinds/alpha/d.ts', `import { usePlayer } from '../../player/usePlayer'; export const d = usePlayer;`],
  ['src/kinds/alpha/e.ts', `import { Stage } from '../../stage/Stage'; export const e = Stage;`],
  ['src/kinds/alpha/f.ts', `import { App } from '../../app/App'; export const f = App;`],
  ['src/kinds/alpha/g.ts', `import { compile } from '../../compiler/compileStory'; export const g = compile;`],
  ['src/kinds/alpha/h.ts', `import { kinds } from '../registry'; export const h = kinds;`],
  ['src/kinds/parts/a.ts', `import { beta } from '../beta/kind'; export const a = beta;`],
  ['src/kinds/alpha/schema.ts', `import { kind } from '../kind'; export const a = kind;`],
  ['src/kinds/beta/schema.ts', `import { memo } from 'react'; export const a = memo;`],
  ['src/scheduling/a.ts', `import { ROLES } from '../core/roles'; export const a = ROLES;`],
  ['src/scheduling/b.ts', `import { usePlayer } from '../player/usePlayer'; export const b = usePlayer;`],
  ['src/loading/a.ts', `import { ROLES } from '../core/roles'; export const a = ROLES;`],
  ['src/styles/a.ts', `import { Stage } from '../stage/Stage'; export const a = Stage;`],
  ['src/terminal/a.ts', `import { kinds } from '../kinds/registry'; export const a = kinds;`],
  ['src/terminal/b.ts', `import { m } from 'framer-motion'; export const b = m;`],
  ['src/terminal/c.ts', `import { usePlayer } from '../player/usePlayer'; export const c = usePlayer;`],
  ['src/player/a.ts', `import { Stage } from '../stage/Stage'; export const a = Stage;`],
  ['src/player/b.ts', `import { screen } from '../terminal/screen'; export const b = screen;`],
  ['src/player/c.ts', `import { App } from '../app/App'; export const c = App;`],
  ['src/stage/a.ts', `import { App } from '../app/App'; export const a = App;`],
  ['src/overlays/a.ts', `import { screen } from '../terminal/screen'; export const a = screen;`],
  ['src/overlays/b.ts', `import { App } from '../app/App'; export const b = App;`],
  ['src/speaker/a.ts', `import { App } from '../app/App'; export const a = App;`],
  ['src/speaker/b.ts', `import { help } from '../overlays/Help'; export const b = help;`],
  ['src/speaker/c.ts', `import { compile } from '../compiler/compileStory'; export const c = compile;`],
  ['src/speaker/d.ts', `import { z } from 'zod'; export const d = z;`],
  ['src/stage/e.ts', `import { panel } from '../wire/Panel'; export const e = panel;`],
  ['src/speaker/e.ts', `import { panel } from '../wire/Panel'; export const e = panel;`],
  ['src/wire/a.ts', `import { Stage } from '../stage/Stage'; export const a = Stage;`],
  ['src/wire/b.ts', `import { z } from 'zod'; export const b = z;`],
  ['src/stage/d.ts', `import { store } from '../speaker/store'; export const d = store;`],
  ['src/player/e.ts', `import { store } from '../speaker/store'; export const e = store;`],
  ['src/stage/c.ts', `import { help } from '../overlays/Help'; export const c = help;`],
  ['src/stage/b.ts', `import { compile } from '../compiler/compileStory'; export const b = compile;`],
  ['src/app/a.ts', `import { compile } from '../compiler/compileStory'; export const a = compile;`],
  ['src/app/b.ts', `import { z } from 'zod'; export const b = z;`],
  ['src/app/c.ts', `import { readFile } from 'node:fs/promises'; export const c = readFile;`],
  ['src/app/d.ts', `export const d = import('../compiler/compileStory');`],
  ['src/app/e.ts', `export type E = import('../compiler/compileStory').E;`],
  ['src/app/f.ts', `import { story } from '../schema/story'; export const f = story;`],
  ['src/app/g.ts', `import { helper } from '../../tools/helper'; export const g = helper;`],
  ['src/player/d.ts', `export * from '../terminal/screen';`],
  ['src/handout/a.ts', `import { App } from '../app/App'; export const a = App;`],
  ['src/handout/b.ts', `import { usePlayer } from '../player/usePlayer'; export const b = usePlayer;`],
  ['src/handout/c.ts', `import { panel } from '../wire/Panel'; export const c = panel;`],
  ['src/stage/e.ts', `import { Handout } from '../handout/Handout'; export const e = Handout;`],
  ['src/embed/a.ts', `import { store } from '../speaker/store'; export const a = store;`],
  ['src/embed/b.ts', `import { help } from '../overlays/Help'; export const b = help;`],
  ['src/stage/f.ts', `import { Embed } from '../embed/Embed'; export const f = Embed;`],
  ['src/worker/a.ts', `import { keepCopy } from '../player/offline'; export const a = keepCopy;`],
  ['src/compiler/a.ts', `import { defineConfig } from '../vite/plugin'; export const a = defineConfig;`],
  ['src/compiler/b.ts', `import { rules } from '../check/rules'; export const b = rules;`],
  ['src/chromium/a.ts', `import { compile } from '../compiler/compileStory'; export const a = compile;`],
  ['src/fonts/a.ts', `import { understudy } from '../vite/plugin'; export const a = understudy;`],
  ['src/vite/a.ts', `import { check } from '../check/report'; export const a = check;`],
  ['src/check/a.ts', `import { pdf } from '../export/pdf'; export const a = pdf;`],
  ['src/check/b.ts', `import { visible } from '../../test/support/visible'; export const b = visible;`],
  ['src/export/a.ts', `import { main } from '../cli/check'; export const a = main;`],
  ['src/cli/a.ts', `import { record } from '../../tools/screens/record'; export const a = record;`],
  ['src/prerender/a.ts', `import { understudy } from '../vite/plugin'; export const a = understudy;`],
  ['src/app/i.ts', `import { card } from '../prerender/prerender'; export const i = card;`],
  ['src/project/a.ts', `import { ROLES } from '../core/roles'; export const a = ROLES;`],
  ['src/app/h.ts', `import { cut } from '../fonts/cut'; export const h = cut;`],
  ['src/elsewhere/a.ts', `export const a = 1; export * from '../core/roles';`],
  ['src/stage/loop/three.ts', `import type { Four } from './four'; export type Three = Four | 3;`],
  ['src/stage/loop/four.ts', `import type { Three } from './three'; export type Four = Three | 4;`],
  ['src/stage/loop/one.ts', `import { two } from './two'; export const one = (): number => two();`],
  ['src/stage/loop/two.ts', `import { one } from './one'; export const two = (): number => one();`],
  [
    'src/app/Hooks.tsx',
    `import { useState } from 'react'; export function Hooks({ on }: { on: boolean }) { if (on) useState(0); return null; }`,
  ],
  [
    'src/app/Deps.tsx',
    `import { useEffect } from 'react';
export function Deps({ run }: { run: () => void }) { useEffect(() => { run(); }, []); return null; }`,
  ],
];

/** Within the boundaries: none may be an error. */
const ALLOWED: readonly Case[] = [
  ['src/core/maxOf.ts', `export const a = (list: readonly number[]): readonly number[] => [Math.max(1, 2), ...list];`],
  ['src/schema/ok.ts', `import { z } from 'zod'; import { ROLES } from '../core/roles'; export const ok = z.enum(ROLES);`],
  ['src/schema/block.ts', `import { schema } from '../blocks/list/schema'; export const ok = schema;`],
  [
    'src/blocks/list/schema.ts',
    `import { z } from 'zod'; import { line } from '../../schema/text'; export const schema = z.tuple([line]);`,
  ],
  ['src/blocks/list/block.ts', `import { b } from '../block'; import { ROLES } from '../../core/roles'; export const ok = [b, ROLES];`],
  [
    'src/blocks/list/ListText.tsx',
    `import { t } from '../TextLines'; import { p } from '../../kinds/parts/Card'; export const ok = [t, p];`,
  ],
  ['src/core/elements.ts', `import { definition } from '../blocks/registry'; export const ok = definition;`],
  ['src/core/roles.ts', `export const ROLES = ['text'] as const;`],
  ['src/core/ok.ts', `import type { S } from '../schema/ok'; import { ROLES } from './roles'; export const ok: S = ROLES;`],
  ['src/core/terminal/ok.ts', `import { ROLES } from '../roles'; import type { S } from '../../schema/ok'; export const ok: S = ROLES;`],
  ['src/kinds/ok.ts', `import { a } from './alpha/ok'; import { ROLES } from '../core/roles'; export const ok = [a, ROLES];`],
  [
    'src/kinds/alpha/ok.tsx',
    `import type { S } from './schema'; import { k } from '../kind'; import { p } from '../parts/Card'; export const a: S = [k, p];`,
  ],
  [
    'src/kinds/gamma/schema.ts',
    `import { z } from 'zod'; import { line } from '../../schema/text'; export const schema = z.tuple([line]);`,
  ],
  ['src/scheduling/ok.ts', `import { useState } from 'react'; export const ok = useState;`],
  [
    'src/terminal/ok.ts',
    `import { Terminal } from '@xterm/xterm'; import { ROLES } from '../core/roles'; import { o } from '../scheduling/ok';
export const ok = [Terminal, ROLES, o];`,
  ],
  [
    'src/player/ok.ts',
    `import { k } from '../kinds/kind'; import { ROLES } from '../core/roles'; import { o } from '../scheduling/ok';
export const ok = [k, ROLES, o];`,
  ],
  [
    'src/stage/ok.ts',
    `import { p } from '../player/ok'; import { t } from '../terminal/ok'; import { k } from '../kinds/kind';
import { o } from '../scheduling/ok';
export const ok = [p, t, k, o];`,
  ],
  [
    'src/speaker/ok.ts',
    `import { s } from '../stage/ok'; import { p } from '../player/ok'; import { ROLES } from '../core/roles';
export const ok = [s, p, ROLES];`,
  ],
  ['src/overlays/ok.ts', `import { s } from '../stage/ok'; import { p } from '../player/ok'; export const ok = [s, p];`],
  [
    'src/handout/ok.ts',
    `import { s } from '../stage/ok'; import { t } from '../terminal/ok'; export const ok = [s, t, import('../wire/HandoutWire')];`,
  ],
  ['src/embed/ok.ts', `import { s } from '../stage/ok'; import { p } from '../player/ok'; export const ok = [s, p];`],
  [
    'src/wire/ok.ts',
    `import { p } from '../player/ok'; import { ROLES } from '../core/roles'; import { wire } from 'virtual:wire';
export const ok = [p, ROLES, wire];`,
  ],
  [
    'src/app/ok.ts',
    `import { s } from '../stage/ok'; import './app.css'; import story from 'virtual:story';
export const ok = [s, story, import('../terminal/ok'), import('../speaker/ok')];`,
  ],
  ['src/worker/ok.ts', `import { ROLES } from '../core/roles'; export const ok = ROLES;`],
  ['src/prerender/ok.ts', `import { s } from '../stage/ok'; export const ok = s;`],
  ['src/project/ok.ts', `import { readFile } from 'node:fs/promises'; export const ok = readFile;`],
  ['src/compiler/ok.ts', `import { z } from 'zod'; import { k } from '../kinds/registry'; export const ok = [z, k];`],
  ['src/vite/ok.ts', `import { readFile } from 'node:fs/promises'; import { o } from '../compiler/ok'; export const ok = [readFile, o];`],
  ['src/check/ok.ts', `import { o } from '../vite/ok'; import { c } from '../compiler/ok'; export const ok = [o, c];`],
  ['src/export/ok.ts', `import { o } from '../vite/ok'; export const ok = o;`],
  ['src/cli/ok.ts', `import { c } from '../check/ok'; import { e } from '../export/ok'; export const ok = [c, e];`],
];

const root = mkdtempSync(path.join(tmpdir(), 'lint-'));
const found = new Map<string, string[]>();

beforeAll(() => {
  for (const file of ['.oxlintrc.json', 'tools/importBoundaries.mjs', 'tools/boundedArguments.mjs']) cpSync(file, path.join(root, file));
  for (const [file, code] of [...FORBIDDEN, ...ALLOWED]) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), `${code}\n`);
  }
  const oxlint = path.join(path.dirname(createRequire(import.meta.url).resolve('oxlint/package.json')), 'bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '-f', 'json'], { cwd: root, encoding: 'utf8' });
  const report = JSON.parse(stdout) as { diagnostics: { code: string; filename: string; severity: string }[] };
  for (const { code, filename, severity } of report.diagnostics) {
    const file = path.relative(root, path.resolve(root, filename)).replaceAll('\\', '/');
    if (severity === 'error') found.set(file, [...(found.get(file) ?? []), code]);
  }
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each(FORBIDDEN)('reports %s: %s', (file) => {
  const rule = file.includes('/bounded/')
    ? 'bounded'
    : file.includes('/loop/')
      ? 'no-cycle'
      : file.includes('Hooks')
        ? 'rules-of-hooks'
        : file.includes('Deps')
          ? 'exhaustive-deps'
          : 'import-boundaries';
  expect(found.get(file)?.join()).toContain(rule);
});

test.each(ALLOWED)('accepts %s: %s', (file) => {
  expect(found.get(file)).toBeUndefined();
});
