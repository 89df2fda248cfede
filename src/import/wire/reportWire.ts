import { pluralize } from '../../core/pluralize';
import { firstCharacters } from '../privacy/firstCharacters';
import type { Replaced } from '../privacy/replaced';
import type { WireImport } from './makeWire';
import { joinLabel } from './labels';
import type { Trace } from './trace';

/** Lines of a list; more are counted. */
const MAX_LINES = 40;

/** Places that are named for each reason. */
const MAX_PLACES = 3;

const MAX_PLACE = 60;

/** Prints what an import made, replaced and left out. Of a secret its first characters are printed. */
export function reportWire(
  trace: Trace,
  { wire, replacements, assignment, changes }: WireImport,
  titles: ReadonlyMap<string, string>,
): void {
  const rewrite = (text: string): string => replacements.rewriteLiterally(text);
  printList(
    'Parties',
    wire.parties.map(({ name, detail }) => (name === detail ? name : `${name}: ${detail}`)),
  );
  printList(
    'Groups, each after a pause, and their stops (--at 2=scene/0 moves one, --at 2=none leaves it out)',
    assignment.map(({ group, stop }) => {
      const columns = [
        String(group.number).padStart(3),
        `${(group.at / 1000).toFixed(1).padStart(7)} s`,
        pluralize(group.messages.length, 'message').padEnd(12),
        rewrite(joinLabel(group.messages[0]?.label ?? [])).padEnd(40),
      ];
      return `${columns.join('  ')}  → ${stop === undefined ? 'left out' : `${stop}  ${titles.get(stop) ?? ''}`}`;
    }),
  );
  printList('Replaced', replacements.replaced().map(replacedLine));
  printList(
    'Left out',
    trace.leftOut.map(({ reason, places }) => {
      const named = [...new Set(places.map((place) => rewrite(place).slice(0, MAX_PLACE)))];
      const more = named.length > MAX_PLACES ? `, and ${named.length - MAX_PLACES} more` : '';
      return `${places.length} ${reason}: ${named.slice(0, MAX_PLACES).join(', ')}${more}`;
    }),
  );
  printList('Changed so that check finds nothing', changes.map(rewrite));
  printList('Notice', trace.remarks.map(rewrite));
}

function printList(title: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  console.log(`\n${title}:`);
  for (const line of lines.slice(0, MAX_LINES)) console.log(`  ${line.trimEnd()}`);
  if (lines.length > MAX_LINES) console.log(`  … and ${lines.length - MAX_LINES} more`);
}

function replacedLine({ kind, where, secret, became, name }: Replaced): string {
  const made = name === undefined ? became : `{{${name}}}  ${became}`;
  return `${kind.padEnd(15)} ${where.padEnd(28)} ${firstCharacters(secret, kind).padEnd(9)} → ${made}`;
}
