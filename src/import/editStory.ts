import type { ArrayNode, ObjectNode, ValueNode } from '@humanwhocodes/momoa';
import { memberKey } from '../compiler/story/jsonPath';
import { parseJsonFile } from '../compiler/story/parseJsonFile';
import { StoryError } from '../compiler/story/problem';

/** What an import adds to `story.json`. */
export interface StoryAdditions {
  /** Scene files, in the order they play. Those that are listed already stay where they are. */
  readonly scenes?: readonly string[] | undefined;
  /** The wire file. */
  readonly wire?: string | undefined;
  /** New variables by name. Those that exist already stay as they are. */
  readonly variables?: Readonly<Record<string, { readonly value: string; readonly description?: string }>> | undefined;
}

export interface EditOptions {
  /** Whether the wire file may take the place of another one. */
  readonly force?: boolean | undefined;
}

interface Edit {
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Returns the text of a `story.json` with additions. All its other characters stay as they are.
 * @param file named in problems
 * @throws {StoryError} if the text is not JSON, lacks its list of scenes, or names another wire file that may not be replaced
 */
export function editStory(file: string, text: string, additions: StoryAdditions, { force = false }: EditOptions = {}): string {
  const { body, problems } = parseJsonFile(file, new TextEncoder().encode(text));
  if (problems.length > 0) throw new StoryError(problems, [file]);
  const scenes = body?.type === 'Object' ? memberOf(body, 'scenes') : undefined;
  const variables = body?.type === 'Object' ? memberOf(body, 'variables') : undefined;
  if (body?.type !== 'Object' || scenes?.type !== 'Array') throw storyError(file, scenes, 'scenes: expected a list of scene files');
  if (variables && variables.type !== 'Object') throw storyError(file, variables, 'variables: expected an object with names and values');
  const wire = memberOf(body, 'wire');
  if (additions.wire !== undefined && wire && !(wire.type === 'String' && wire.value === additions.wire) && !force)
    throw storyError(
      file,
      wire,
      `wire: names another file. ${additions.wire} takes its place with --force, or is only written with --out.`,
    );
  // The parser leaves a byte order mark out, and counts from the character after it.
  const shift = text.startsWith('\uFEFF') ? 1 : 0;
  const source = text.slice(shift);
  const edits = [
    ...sceneEdits(source, scenes, additions.scenes ?? []),
    ...variableEdits(source, body, additions.variables ?? {}),
    ...wireEdits(source, body, additions.wire),
  ].toSorted((a, b) => b.at - a.at);
  return text.slice(0, shift) + edits.reduce((all, { at, end, text: added }) => all.slice(0, at) + added + all.slice(end), source);
}

function storyError(file: string, node: ValueNode | undefined, message: string): StoryError {
  const { line, column } = node?.loc.start ?? { line: 1, column: 1 };
  return new StoryError([{ file, line, column, message }], [file]);
}

function memberOf(node: ObjectNode, key: string): ValueNode | undefined {
  return node.members.find(({ name }) => memberKey(name) === key)?.value;
}

function sceneEdits(source: string, list: ArrayNode, names: readonly string[]): readonly Edit[] {
  const listed = list.elements.map(({ value }) => (value.type === 'String' ? value.value : undefined));
  return append(
    source,
    list,
    list.elements.map(({ value }) => value),
    names.filter((name) => !listed.includes(name)).map((name) => JSON.stringify(name)),
  );
}

function variableEdits(source: string, story: ObjectNode, variables: NonNullable<StoryAdditions['variables']>): readonly Edit[] {
  const own = memberOf(story, 'variables');
  const known = own?.type === 'Object' ? own.members.map(({ name }) => memberKey(name)) : [];
  const members = Object.entries(variables)
    .filter(([name]) => !known.includes(name))
    .map(([name, { value, description }]) => {
      const fields = Object.entries({ value, description }).filter(([, each]) => each !== undefined);
      return `${JSON.stringify(name)}: { ${fields.map(([key, each]) => `"${key}": ${JSON.stringify(each)}`).join(', ')} }`;
    });
  if (members.length === 0) return [];
  if (own?.type === 'Object') return append(source, own, own.members, members);
  return addMember(source, story, `"variables": ${formatObject(source, story, members)}`);
}

/** Formats the value of a new member of `story`, in the file's own layout. */
function formatObject(source: string, story: ObjectNode, members: readonly string[]): string {
  const indent = indentBefore(source, story.members[0]!.loc.start.offset);
  if (indent === undefined) return `{ ${members.join(', ')} }`;
  const newline = newlineOf(source);
  const unit = indent === '' ? '  ' : indent;
  return `{${newline}${members.map((each) => indent + unit + each).join(`,${newline}`)}${newline}${indent}}`;
}

function wireEdits(source: string, story: ObjectNode, wire: string | undefined): readonly Edit[] {
  if (wire === undefined) return [];
  const own = memberOf(story, 'wire');
  if (!own) return addMember(source, story, `"wire": ${JSON.stringify(wire)}`);
  return [{ at: own.loc.start.offset, end: own.loc.end.offset, text: JSON.stringify(wire) }];
}

/** Adds a member before `scenes`: what is short stands before the list, and the end of the file stays as it is. */
function addMember(source: string, story: ObjectNode, member: string): readonly Edit[] {
  const at = story.members.find(({ name }) => memberKey(name) === 'scenes')!.loc.start.offset;
  const indent = indentBefore(source, at);
  return [{ at, end: at, text: `${member},${indent === undefined ? ' ' : newlineOf(source) + indent}` }];
}

/** Adds items at the end of a list or an object: on lines of their own if the last item is, otherwise behind it. */
function append(
  source: string,
  parent: ArrayNode | ObjectNode,
  items: readonly { readonly loc: ValueNode['loc'] }[],
  added: readonly string[],
): readonly Edit[] {
  if (added.length === 0) return [];
  const last = items.at(-1);
  if (!last) {
    const [start, end] = [parent.loc.start.offset + 1, parent.loc.end.offset - 1];
    return [{ at: start, end, text: parent.type === 'Object' ? ` ${added.join(', ')} ` : added.join(', ') }];
  }
  const indent = indentBefore(source, last.loc.start.offset);
  const separator = indent === undefined ? ', ' : `,${newlineOf(source)}${indent}`;
  return [{ at: last.loc.end.offset, end: last.loc.end.offset, text: added.map((each) => separator + each).join('') }];
}

/** Returns the white space before `offset` if nothing else is before it on its line. */
function indentBefore(source: string, offset: number): string | undefined {
  return /(?:^|\n)([ \t]*)$/u.exec(source.slice(0, offset))?.[1];
}

function newlineOf(source: string): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
}
