import { InvalidArgumentError, Option } from 'commander';
import { parseReplacement, type RequestedReplacement } from './cast/replacements';
import type { ImportFormat } from './format';
import { harOptions, traceOptions } from './traceOptions';

const outOption = (what: string) => new Option('--out <file>', `write ${what} to this file alone, and leave the story as it is`);
const forceOption = () => new Option('--force', 'replace files that are there already');

function parsePrompt(value: string): RegExp {
  try {
    return new RegExp(value.startsWith('^') ? value : `^(?:${value})`, 'u');
  } catch {
    throw new InvalidArgumentError('It is a regular expression, such as "^my-prompt> ".');
  }
}

function parseReplace(value: string, others: readonly RequestedReplacement[] = []): readonly RequestedReplacement[] {
  const parsed = parseReplacement(value);
  if (!parsed) throw new InvalidArgumentError('It is written as old=name or old=name:value.');
  return [...others, parsed];
}

/** Every format of `understudy import`, by its name. */
export const IMPORT_FORMATS: Readonly<Record<string, ImportFormat>> = {
  cast: {
    summary: 'a recorded terminal session (asciicast) becomes a terminal scene to edit',
    options: [
      outOption('the scene'),
      forceOption(),
      new Option('--prompt <regex>', 'what a prompt looks like, if it is not found').argParser(parsePrompt),
      new Option(
        '--replace <old=name>',
        'write {{name}} in place of these words, as old=name or old=name:value; may be given several times',
      ).argParser(parseReplace),
      new Option('--keep <words>', 'leave these words as they are, though they look private; may be given several times').argParser(
        (value: string, others: readonly string[] = []) => [...others, value],
      ),
    ],
  },
  har: {
    summary: 'a browser’s network trace (HAR) becomes the messages on the wire, with all secrets replaced',
    options: [...harOptions(), ...traceOptions(), outOption('the wire file'), forceOption()],
  },
  mcp: {
    summary: 'a trace of MCP messages, JSON on each line, becomes the messages on the wire, with all secrets replaced',
    options: [...traceOptions(), outOption('the wire file'), forceOption()],
  },
};
