import path from 'node:path';
import { parseAst, type Plugin } from 'vite';
import { ROOT } from '../project/project.mjs';
import type { StoryLoader } from './storyLoader';

/** Fields of a kind that only the build uses. */
const BUILD_FIELDS = ['schema', 'compile', 'example'];

/**
 * Provides `virtual:kinds`, the kinds of the story's scenes, and removes from them what only the build uses. Provides
 * `virtual:part-views`, the views of the parts that the story's pages have.
 */
export function kindsPlugin(source: StoryLoader): Plugin {
  /** Modules with a kind as their default export. */
  const kindModules = new Set<string>();
  return {
    name: 'understudy:kinds',

    resolveId: { filter: { id: /^virtual:(?:kinds|part-views)$/u }, handler: (id) => `\0${id}` },

    load: {
      // oxlint-disable-next-line no-control-regex
      filter: { id: /^\0virtual:(?:kinds|part-views)$/u },
      async handler(id) {
        await source.ready();
        if (id === '\0virtual:part-views') return partViewsModule(source);
        const files = await Promise.all(
          source.kindModules.map(async (module) => {
            const resolved = await this.resolve(module, path.join(source.folder, 'story.json'));
            if (!resolved) return this.error(`The kind "${module}" cannot be found from ${source.folder}.`);
            kindModules.add(resolved.id);
            return resolved.id;
          }),
        );
        const imports = files.map((file, index) => `import kind${index} from ${JSON.stringify(file)};`);
        return `${imports.join('\n')}\nexport const kinds = [${files.map((_, index) => `kind${index}`).join(', ')}];`;
      },
    },

    transform: {
      order: 'post',
      handler(code, id) {
        return kindModules.has(id) ? { code: removeBuildFields(code), map: null } : undefined;
      },
    },
  };
}

function partViewsModule({ partTypes: types, skins }: StoryLoader): string {
  const file = (type: string): string => JSON.stringify(path.join(ROOT, `src/kinds/page/views/${type}.tsx`));
  const styles = skins.length > 0 ? ['page/skin', ...skins.map((name) => `${name}/${name}`)] : [];
  const imports = [
    ...types.map((type, index) => `import part${index} from ${file(type)};`),
    ...styles.map((name) => `import ${JSON.stringify(path.join(ROOT, `src/kinds/${name}.css`))};`),
  ];
  const views = types.map((type, index) => `${JSON.stringify(type)}: part${index}`);
  return `${imports.join('\n')}\nexport const partViews = { ${views.join(', ')} };`;
}

/** A node of an ESTree syntax tree, with the fields that this file reads. */
type Node = { readonly type: string } & Range & Readonly<Record<string, unknown>>;
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Removes {@link BUILD_FIELDS} from the object literal that `defineKind()` gets, then the declarations and imports that only they used.
 * An import of a style sheet stays. Code of another form is returned as it is.
 */
export function removeBuildFields(code: string): string {
  const program = parseAst(code) as unknown as Node & { readonly body: readonly Node[] };
  const identifiers: Node[] = [];
  const removed: Range[] = [];
  visit(program, (node) => {
    if (nameOf(node) !== '') identifiers.push(node);
    if (node.type !== 'CallExpression' || nameOf(node['callee']) !== 'defineKind') return;
    const [definition] = node['arguments'] as readonly Node[];
    const properties = definition?.type === 'ObjectExpression' ? (definition['properties'] as readonly Node[]) : [];
    for (const property of properties) if (BUILD_FIELDS.includes(nameOf(property['key']))) removed.push(withComma(code, property));
  });
  const isInside = (node: Range, ranges: readonly Range[]): boolean =>
    ranges.some(({ start, end }) => node.start >= start && node.end <= end);
  /** Whether only removed code uses the names. Ignores uses in the declaration itself. */
  const isUnused = (names: readonly string[], declaration: Range): boolean => {
    const uses = identifiers.filter((node) => names.includes(nameOf(node)) && !isInside(node, [declaration]));
    return uses.length > 0 && uses.every((node) => isInside(node, removed));
  };
  for (let size = 0; size !== removed.length;) {
    size = removed.length;
    for (const node of program.body) if (!removed.includes(node) && isUnused(declaredNames(node), node)) removed.push(node);
  }
  // From an import that is still needed, removes single names, since the module in a page may not export them.
  const specifiers = program.body
    .filter((node) => node.type === 'ImportDeclaration' && !removed.includes(node))
    .flatMap((node) =>
      (node['specifiers'] as readonly Node[]).filter(({ type, local }) => type === 'ImportSpecifier' && isUnused([nameOf(local)], node)),
    )
    .map((specifier) => withComma(code, specifier));
  return [...removed, ...specifiers]
    .filter(
      (range, _, all) =>
        !isInside(
          range,
          all.filter((other) => other !== range),
        ),
    )
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, { start, end }) => result.slice(0, start) + result.slice(end), code);
}

/** Returns the names that a statement declares and does not export. */
function declaredNames(node: Node): readonly string[] {
  if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') return [nameOf(node['id'])];
  if (node.type === 'VariableDeclaration') return (node['declarations'] as readonly Node[]).map(({ id }) => nameOf(id));
  if (node.type === 'ImportDeclaration') return (node['specifiers'] as readonly Node[]).map(({ local }) => nameOf(local));
  return [];
}

/** Returns the name of an identifier; empty for other nodes. */
function nameOf(node: unknown): string {
  const { type, name } = (node ?? {}) as Partial<Node>;
  return type === 'Identifier' || type === 'JSXIdentifier' ? String(name) : '';
}

/** Returns the range of a property with the comma after it. */
function withComma(code: string, { start, end }: Range): Range {
  return { start, end: end + (/^\s*,/u.exec(code.slice(end))?.[0].length ?? 0) };
}

/** Calls `callback` for every node of a tree, parents first. */
function visit(node: unknown, callback: (node: Node) => void): void {
  if (Array.isArray(node)) for (const each of node) visit(each, callback);
  else if (typeof node === 'object' && node !== null && 'type' in node) {
    callback(node as Node);
    for (const value of Object.values(node)) visit(value, callback);
  }
}
