/**
 * Lint rule `understudy/directions`: which folder of src may import which. Everything not listed is an error, and so
 * are dynamic imports. oxlint's own no-restricted-imports sees neither allow-lists nor dynamic imports.
 * `test/lint.test.ts` proves every line of the table.
 */
import path from 'node:path';

/**
 * The first entry whose `folder` holds a file decides; `{own}` stands for what `*` matched.
 * - `may`: files and folders of src it may import
 * - `types`: the same, by type only, so that nothing of it reaches the browser
 * - `packages`: packages it may import; ANY stands for all but zod and Node's own, which would bloat or break the page
 */
const ANY = Symbol('any package for the browser');
/** Every package, Node's own too: folders that run in Node only. */
const NODE = ['*'];

/**
 * @typedef {{ folder: string, may: string[], types?: string[], packages: string[] | typeof ANY }} Entry
 * @typedef {{ importKind?: string, exportKind?: string, source?: { value?: unknown } | null, specifiers?: readonly Node[] }} Node
 * @typedef {{ cwd: string, filename: string, report(problem: { node: Node, message: string }): void }} Context
 */

/** @type {Entry[]} */
const BOUNDARIES = [
  { folder: 'project', may: ['project'], packages: NODE },
  { folder: 'compiler', may: ['compiler', 'schema', 'core', 'kinds', 'bidi', 'terminal', 'wire/explore'], packages: NODE },
  { folder: 'fonts', may: ['fonts', 'project', 'core', 'bidi'], packages: NODE },
  { folder: 'vite', may: ['vite', 'project', 'compiler', 'fonts', 'core', 'styles', 'prerender'], packages: NODE },
  { folder: 'chromium', may: ['chromium'], packages: NODE },
  {
    folder: 'check',
    may: ['check', 'project', 'compiler', 'vite', 'chromium', 'fonts', 'core', 'kinds', 'bidi', 'styles', 'terminal', 'overlays'],
    packages: NODE,
  },
  { folder: 'export', may: ['export', 'project', 'compiler', 'vite', 'chromium', 'core', 'kinds', 'styles', 'terminal'], packages: NODE },
  { folder: 'cli', may: ['cli', 'project', 'compiler', 'vite', 'check', 'export', 'core', 'kinds'], packages: NODE },
  { folder: 'worker', may: ['worker', 'core'], packages: [] },
  { folder: 'virtual.d', may: ['core'], packages: [] },
  { folder: 'schema', may: ['schema', 'core', 'blocks'], packages: ['zod'] },
  { folder: 'blocks/*/schema', may: ['schema'], packages: ['zod'] },
  { folder: 'blocks/*/block', may: ['core', 'blocks/block'], packages: [] },
  { folder: 'blocks', may: ['core', 'blocks', 'kinds/parts'], packages: ['react'] },
  { folder: 'core', may: ['core', 'blocks/registry'], types: ['schema'], packages: [] },
  { folder: 'bidi', may: ['bidi', 'core'], packages: ['bidi-js'] },
  { folder: 'scheduling', may: ['scheduling'], packages: ['react'] },
  { folder: 'loading', may: ['loading'], packages: ['react'] },
  { folder: 'styles', may: ['styles', 'core'], packages: [] },
  { folder: 'terminal', may: ['terminal', 'loading', 'scheduling', 'core', 'styles'], packages: ['@xterm', 'react'] },
  { folder: 'kinds/*/schema', may: ['schema', 'core'], packages: ['zod'] },
  { folder: 'kinds/*/', may: ['core', 'kinds/kind', 'kinds/parts', 'kinds/{own}'], types: ['schema', 'kinds/{own}/schema'], packages: ANY },
  { folder: 'kinds', may: ['core', 'kinds'], packages: ANY },
  { folder: 'player', may: ['player', 'loading', 'scheduling', 'core', 'kinds'], packages: ANY },
  {
    folder: 'stage',
    may: ['stage', 'loading', 'player', 'terminal', 'scheduling', 'kinds', 'core', 'styles', 'overlays/Overlays', 'wire/Wire'],
    packages: ANY,
  },
  { folder: 'overlays', may: ['overlays', 'loading', 'stage', 'player', 'kinds', 'core', 'styles'], packages: ANY },
  { folder: 'wire', may: ['wire', 'player', 'core', 'styles'], packages: ANY },
  {
    folder: 'speaker',
    may: ['speaker', 'loading', 'stage', 'player', 'terminal', 'kinds', 'core', 'styles', 'wire/SpeakerWire'],
    packages: ANY,
  },
  { folder: 'handout', may: ['handout', 'loading', 'stage', 'terminal', 'kinds', 'core', 'styles', 'wire/HandoutWire'], packages: ANY },
  { folder: 'embed', may: ['embed', 'loading', 'stage', 'player', 'core'], packages: ANY },
  { folder: 'prerender', may: ['prerender', 'app/App', 'blocks', 'stage', 'player', 'kinds', 'bidi', 'core', 'styles'], packages: ANY },
  {
    folder: 'app',
    may: [
      'app',
      'loading',
      'embed',
      'handout',
      'speaker',
      'stage',
      'player',
      'terminal',
      'scheduling',
      'kinds',
      'core',
      'styles',
      'fonts/fonts.css',
    ],
    types: ['schema'],
    packages: ANY,
  },
];

/**
 * Whether `file` is the folder or file `place`, or lies inside it.
 * @param {string} file
 * @param {string} place
 */
function isInside(file, place) {
  return place === '' || file === place || file.startsWith(place.endsWith('/') ? place : `${place}/`);
}

/**
 * The table's entry for a file of src, with `{own}` filled in; undefined for a file no entry covers.
 * @param {string} file
 */
function entryFor(file) {
  const own = /^(?:blocks|kinds)\/([^/]+)\//u.exec(file)?.[1];
  const fill = (/** @type {string} */ place) => place.replace('*', own ?? '*').replace('{own}', own ?? '*');
  const entry = BOUNDARIES.find(({ folder }) => isInside(file, fill(folder)));
  return entry && { ...entry, may: entry.may.map(fill), types: (entry.types ?? []).map(fill) };
}

/**
 * Why `file` must not import `specifier`; undefined where it may. Paths are relative to src, without extension.
 * @param {string} file
 * @param {string} specifier
 * @param {boolean} typeOnly
 */
function violation(file, specifier, typeOnly) {
  const entry = entryFor(file);
  if (!entry) return `no entry in tools/importBoundaries.mjs covers src/${file}`;
  if (!specifier.startsWith('.')) {
    if (entry.packages === ANY)
      return /^(zod|node:.*)(\/|$)/u.test(specifier) && !typeOnly ? `${specifier} must not reach the browser` : undefined;
    return entry.packages.some((name) => name === '*' || isInside(specifier, name))
      ? undefined
      : `src/${entry.folder} needs no ${specifier}`;
  }
  const target = path.posix.join(path.posix.dirname(file), specifier).replace(/\.(tsx?|m?js)$/u, '');
  if (target.startsWith('..')) return entry.may.includes('') ? undefined : `src/${file} reaches outside src`;
  const typed = entry.types.some((place) => isInside(target, place));
  if (typed) return typeOnly ? undefined : `src/${target} may be imported by type only`;
  return entry.may.some((place) => isInside(target, place)) ? undefined : `src/${entry.folder} must not import src/${target}`;
}

/**
 * Whether an import or export brings nothing but types.
 * @param {Node} node
 */
function isTypeOnly(node) {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const names = node.specifiers ?? [];
  return names.length > 0 && names.every((each) => each.importKind === 'type' || each.exportKind === 'type');
}

const boundariesRule = {
  meta: { type: 'problem', docs: { description: 'Imports go one way.' } },
  /** @param {Context} context */
  create(context) {
    const file = path.relative(path.join(context.cwd, 'src'), context.filename).replaceAll('\\', '/');
    if (file.startsWith('..')) return {};
    const check = (/** @type {Node} */ node, /** @type {boolean} */ typeOnly) => {
      const specifier = node.source?.value;
      if (typeof specifier !== 'string') return;
      const message = violation(file.replace(/\.tsx?$/u, ''), specifier, typeOnly);
      if (message) context.report({ node, message: `Imports go one way: ${message}.` });
    };
    return {
      ImportDeclaration: (/** @type {Node} */ node) => check(node, isTypeOnly(node)),
      ExportNamedDeclaration: (/** @type {Node} */ node) => check(node, isTypeOnly(node)),
      ExportAllDeclaration: (/** @type {Node} */ node) => check(node, isTypeOnly(node)),
      ImportExpression: (/** @type {Node} */ node) => check(node, false),
      TSImportType: (/** @type {Node} */ node) => check(node, true),
    };
  },
};

export default { meta: { name: 'understudy' }, rules: { directions: boundariesRule } };
