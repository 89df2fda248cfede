import { InvalidArgumentError, Option } from 'commander';
import { parseMove } from './wire/groups';
import type { Replacing } from './wire/makeWire';
import { parseNaming } from './wire/wireParties';

/** Returns a parser that collects the values of an option given several times. @throws if a value is not as `expected` */
function collect<T>(parse: (text: string) => T | undefined, expected: string): (text: string, before?: readonly T[]) => readonly T[] {
  return (text, before = []) => {
    const value = parse(text);
    if (value === undefined) throw new InvalidArgumentError(`It is ${expected}.`);
    return [...before, value];
  };
}

function parseReplacing(text: string): Replacing | undefined {
  const at = text.indexOf('=');
  return at < 1 ? undefined : { old: text.slice(0, at), wanted: text.slice(at + 1) };
}

const pattern = (text: string): string | undefined => (text === '' ? undefined : text);

/** The options of traces of a browser. */
export const harOptions = (): readonly Option[] => [
  new Option(
    '--keep <pattern>',
    'keep requests whose host and path contain this, also what is left out otherwise; * stands for anything',
  ).argParser(collect(pattern, 'a part of a host and path')),
  new Option('--drop <pattern>', 'leave out requests whose host and path contain this').argParser(
    collect(pattern, 'a part of a host and path'),
  ),
];

/** The options of all traces. */
export const traceOptions = (): readonly Option[] => [
  new Option('--party <host=name>', 'call a host so; hosts of one name are one party').argParser(
    collect(parseNaming, 'a host and its name, such as auth.example.com=Sign-in'),
  ),
  new Option('--replace <old=new>', 'write new wherever old stands').argParser(
    collect(parseReplacing, 'a text and what stands in its place, such as acme.com=example.com'),
  ),
  new Option('--pause <seconds>', 'a pause of this length begins a new group of messages').argParser(parsePause).default(1),
  new Option('--from <stop>', 'the stop of the first group, such as agent/1 (default: the first stop)'),
  new Option('--at <groups=stop>', 'put groups at a stop, such as 2=agent/1 or 3-5=agent/2; none leaves them out').argParser(
    collect(parseMove, 'groups and their stop, such as 2=agent/1, 3-5=agent/2 or 4=none'),
  ),
  new Option('--list', 'only list parties, groups and what is replaced, and write nothing'),
];

function parsePause(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0)) throw new InvalidArgumentError('It is a number of seconds above 0.');
  return seconds;
}
