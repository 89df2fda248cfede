/**
 * Lint rule `understudy/import-boundaries`: the folders of src import only what this table allows. It covers dynamic imports
 * too, which oxlint's own no-restricted-imports does not, as it has no allow-lists. `test/lint.test.ts` tests every entry.
 */
import path from 'node:path';

/** All packages except zod and Node's own, which would bloat or break the page. */
const ANY = Symbol('any package for the browser');
/** All packages, Node's own too: for folders that run in Node only. */
const NODE = ['*'];

/**
 * @typedef {object} Entry
 * @property {string} folder a folder or file of src, without extension
 * @property {string} allowed folders and files of src that it may import; `{own}` stands for what `*` matched in `folder`
 * @property {string} [allowedTypes] folders and files of which it may import types only, so that none of their code reaches the browser
 * @property {string[] | typeof ANY} packages packages that it may import
 *
 * @typedef {{ importKind?: string, exportKind?: string, source?: { value?: unknown } | null, specifiers?: readonly Node[] }} Node
 * @typedef {{ cwd: string, filename: string, report(problem: { node: Node, message: string }): void }} Context
 */

/** The first entry that contains a file applies to it. @type {Entry[]} */
const BOUNDARIES = [
  { folder: 'project', allowed: 'project', packages: NODE },
  { folder: 'config', allowed: 'config project compiler schema core kinds themes fonts', packages: NODE },
  { folder: 'themes', allowed: 'themes compiler/story/jsonPath fonts core styles terminal/grid', packages: NODE },
  { folder: 'package', allowed: 'package config themes/theme compiler schema core kinds vite element', packages: NODE },
  { folder: 'element', allowed: 'element core/embedVersion', allowedTypes: 'core/embed core/query', packages: [] },
  { folder: 'secrets', allowed: 'secrets core', packages: NODE },
  { folder: 'compiler', allowed: 'compiler secrets schema core kinds bidi terminal wire/explore', packages: NODE },
  { folder: 'fonts', allowed: 'fonts project core bidi', packages: NODE },
  { folder: 'reference', allowed: 'reference compiler', packages: NODE },
  { folder: 'vite', allowed: 'vite project config compiler fonts core styles prerender', packages: NODE },
  { folder: 'chromium', allowed: 'chromium', packages: NODE },
  {
    folder: 'check',
    allowed: 'check project compiler secrets vite chromium fonts core kinds bidi styles terminal overlays pointing/findFocus',
    packages: NODE,
  },
  {
    folder: 'export',
    allowed: 'export project config compiler vite chromium core kinds styles terminal fonts bidi themes/defaultTheme',
    packages: NODE,
  },
  { folder: 'capture', allowed: 'capture project core secrets compiler schema chromium export/atomicWrite kinds/snapshot', packages: NODE },
  {
    folder: 'import',
    allowed: 'import project config core secrets compiler schema terminal fonts kinds/recording kinds/registry',
    packages: NODE,
  },
  { folder: 'record', allowed: 'record project core import kinds/recording', packages: NODE },
  { folder: 'relay', allowed: 'relay core vite/listFiles', packages: NODE },
  {
    folder: 'cli',
    allowed: 'cli project config compiler vite check export import record capture relay reference core kinds',
    packages: NODE,
  },
  { folder: 'worker', allowed: 'worker core', packages: [] },
  { folder: 'virtual.d', allowed: 'core kinds/kind kinds/page/PageContext kinds/page/scene', packages: [] },
  { folder: 'schema', allowed: 'schema core blocks', packages: ['zod', 'marked', 'entities'] },
  { folder: 'blocks/*/schema', allowed: 'schema', packages: ['zod'] },
  { folder: 'blocks/log/logRows', allowed: 'core', packages: [] },
  { folder: 'blocks/table/tableRows', allowed: 'core', packages: [] },
  { folder: 'blocks/*/block', allowed: 'core blocks/block blocks/log/logRows blocks/table/tableRows', packages: [] },
  { folder: 'blocks', allowed: 'core blocks kinds/parts', packages: ['react'] },
  { folder: 'core', allowed: 'core blocks/registry', allowedTypes: 'schema', packages: [] },
  { folder: 'bidi', allowed: 'bidi core', packages: ['bidi-js'] },
  { folder: 'scheduling', allowed: 'scheduling', packages: ['react'] },
  { folder: 'loading', allowed: 'loading', packages: ['react'] },
  { folder: 'styles', allowed: 'styles core', packages: [] },
  { folder: 'terminal', allowed: 'terminal loading scheduling core styles', packages: ['@xterm', 'react'] },
  { folder: 'kinds/*/schema', allowed: 'schema core kinds/{own}/schema', packages: ['zod'] },
  // Runs when a scene is compiled, and is not in the page.
  {
    folder: 'kinds/*/compile',
    allowed: [
      'core schema kinds/{own} kinds/page kinds/compileContext',
      'compiler/story/decodeTextFile compiler/story/describeFileType compiler/story/highlight',
      'compiler/images/checkSvg compiler/images/imageFormat',
    ].join(' '),
    allowedTypes: 'compiler/story/compileScene',
    packages: NODE,
  },
  // The build removes from a kind what only the build needs (src/vite/kindsPlugin.ts).
  {
    folder: 'kinds/*/kind',
    allowed: 'core kinds/kind kinds/parts kinds/{own} kinds/page compiler/recording',
    allowedTypes: 'compiler/story/compileScene',
    packages: ANY,
  },
  { folder: 'kinds/snapshot/PageFrame', allowed: 'loading kinds/parts kinds/snapshot', packages: [] },
  { folder: 'kinds/snapshot/SnapshotView', allowed: 'core scheduling kinds/kind kinds/parts kinds/snapshot', packages: ['react'] },
  { folder: 'kinds/page/LazyPageView', allowed: 'loading kinds/kind kinds/page', packages: ['react'] },
  { folder: 'kinds/*/', allowed: 'core kinds/kind kinds/parts kinds/{own}', allowedTypes: 'schema kinds/{own}/schema', packages: ANY },
  { folder: 'kinds', allowed: 'core kinds', packages: ANY },
  { folder: 'player', allowed: 'player loading scheduling core kinds', packages: ANY },
  {
    folder: 'stage',
    allowed: 'stage loading player terminal scheduling kinds core styles overlays/Overlays wire/Wire pointing/Pointing',
    packages: ANY,
  },
  { folder: 'pointing', allowed: 'pointing scheduling player core', packages: ANY },
  { folder: 'overlays', allowed: 'overlays loading stage player kinds core styles', packages: ANY },
  { folder: 'wire', allowed: 'wire player core styles', packages: ANY },
  {
    folder: 'speaker',
    allowed: 'speaker loading stage player terminal kinds core styles wire/SpeakerWire pointing/SpeakerPointing pointing/icons',
    packages: ANY,
  },
  { folder: 'handout', allowed: 'handout loading stage terminal kinds core styles wire/HandoutWire pointing/handoutMarks', packages: ANY },
  { folder: 'embed', allowed: 'embed loading stage player core', packages: ANY },
  { folder: 'prerender', allowed: 'prerender app/App blocks stage player kinds bidi core styles', packages: ANY },
  {
    folder: 'app',
    allowed: 'app loading embed handout speaker stage player terminal scheduling kinds core styles fonts/fonts.css',
    allowedTypes: 'schema',
    packages: ANY,
  },
];

/**
 * Returns whether `file` is `place`, a folder or file, or lies inside it.
 * @param {string} file
 * @param {string} place
 */
function isInside(file, place) {
  return file === place || file.startsWith(place.endsWith('/') ? place : `${place}/`);
}

/**
 * Returns the entry for a file of src, with `{own}` filled in; undefined if there is none.
 * @param {string} file
 */
function entryFor(file) {
  const own = /^(?:blocks|kinds)\/([^/]+)\//u.exec(file)?.[1];
  const fill = (/** @type {string} */ place) => place.replace('*', own ?? '*').replaceAll('{own}', own ?? '*');
  const entry = BOUNDARIES.find(({ folder }) => isInside(file, fill(folder)));
  const listOf = (places = '') => fill(places).split(' ').filter(Boolean);
  return entry && { ...entry, allowed: listOf(entry.allowed), allowedTypes: listOf(entry.allowedTypes) };
}

/**
 * Returns why `file` must not import `specifier`; undefined if it may. Paths are relative to src, without extension.
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
  if (target.startsWith('..')) return `src/${file} reaches outside src`;
  if (entry.allowedTypes.some((place) => isInside(target, place)))
    return typeOnly ? undefined : `src/${target} may be imported by type only`;
  return entry.allowed.some((place) => isInside(target, place)) ? undefined : `src/${entry.folder} must not import src/${target}`;
}

/**
 * Returns whether an import or export names only types.
 * @param {Node} node
 */
function isTypeOnly(node) {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const names = node.specifiers ?? [];
  return names.length > 0 && names.every((each) => each.importKind === 'type' || each.exportKind === 'type');
}

const boundariesRule = {
  meta: { type: 'problem', docs: { description: 'Folders import only what the table allows.' } },
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

export default { meta: { name: 'understudy' }, rules: { 'import-boundaries': boundariesRule } };
