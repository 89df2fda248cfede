import { compileScene } from '../../../src/compiler/story/compileScene';
import { parseJsonFile } from '../../../src/compiler/story/parseJsonFile';
import pageKind from '../../../src/kinds/page/kind';
import type { PageScene } from '../../../src/kinds/page/scene';

const STEP = { title: 'A stop', notes: { say: 'Words.', point: 'At it.' } };

interface CompiledPage {
  readonly page: PageScene | undefined;
  /** Each with its line and column. */
  readonly problems: readonly string[];
}

/** Compiles a page of these parts, whose steps have these changes. */
export async function compilePage(
  parts: readonly unknown[],
  changes: readonly object[] = [{}],
  fields: object = {},
): Promise<CompiledPage> {
  const steps = changes.map((change) => ({ ...STEP, ...change }));
  const source = { kind: 'page', id: 'a', title: 'A', parts, steps, ...fields };
  const document = parseJsonFile('page.json', Buffer.from(JSON.stringify(source, null, 1)));
  const { value, problems } = await compileScene(document, new Map([['page', pageKind]]), new Map());
  return { page: value as PageScene | undefined, problems: problems.map(({ line, column, message }) => `${line}:${column} ${message}`) };
}

/** Compiles a valid page. @throws its problems */
export async function validPage(...source: Parameters<typeof compilePage>): Promise<PageScene> {
  const { page, problems } = await compilePage(...source);
  if (!page) throw new Error(problems.join('\n'));
  return page;
}

/** Returns the parts of a step, with those inside them in place of their numbers. */
export function partsAt({ parts, steps }: PageScene, step: number): readonly Record<string, unknown>[] {
  const resolve = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(resolve);
    if ('part' in value) return resolve(parts[value.part as number]);
    return Object.fromEntries(Object.entries(value).flatMap(([field, each]) => (field === 'key' ? [] : [[field, resolve(each)]])));
  };
  return resolve(steps[step]!.root) as readonly Record<string, unknown>[];
}
