import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { createProgram } from '../../src/cli/main';
import { configSchema } from '../../src/config/config';

const page = await readFile('docs/cli.md', 'utf8');

/** The commands that do something, with the words that lead to them. */
function leaves(command: Command, words: readonly string[] = []): readonly (readonly [name: string, command: Command])[] {
  if (command.commands.length === 0) return [[words.join(' '), command]];
  return command.commands.flatMap((each) => leaves(each, [...words, each.name()]));
}

const commands = leaves(createProgram(() => {}));

test('docs/cli.md has the commands of the program, and no others', () => {
  const rows = commands.map(([name, command]) => {
    const operands = command.registeredArguments.map((each) => (each.required ? `<${each.name()}>` : `[${each.name()}]`));
    return `| \`${['understudy', name, ...operands].join(' ')}\` | ${command.description()} |`;
  });
  expect(page.match(/^\| `understudy .*$/gmu)).toEqual(rows);
});

test('docs/cli.md has the options of every command, and no others', () => {
  const rows = new Set(
    commands.flatMap(([name, { options }]) => options.filter(({ hidden }) => !hidden).map(({ flags }) => `| \`${name}\` | \`${flags}\` |`)),
  );
  const documented = [...page.matchAll(/^(\| `[a-z0-9 ]+` \| `-[^`]+` \|).*$/gmu)].map(([, row]) => row);
  expect(documented).toEqual([...rows]);
});

test('docs/cli.md has the fields of the configuration, and no others', () => {
  const fields = Object.keys(configSchema.shape).filter((name) => name !== '$schema');
  const documented = [...page.matchAll(/^\| `(\w+)` \| (?!`-)/gmu)].map(([, name]) => name);
  expect(documented.toSorted()).toEqual(fields.toSorted());
});
