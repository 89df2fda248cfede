import { formatStopNumber, stopKey } from './stopNumber';
import type { Timeline } from './timeline';
import { markSuffix, type WireMessage, type WireData } from './wire';

const ARROWS: Readonly<Record<WireMessage['kind'], string>> = { request: '->>', response: '-->>', local: '-)' };

/** Characters with a meaning in Mermaid, and their escapes. */
const ESCAPES: Readonly<Record<string, string>> = { '#': '#35;', ';': '#59;', '%': '#37;', '<': '#lt;', '>': '#gt;', '\n': ' ' };

function escapeMermaid(text: string): string {
  return text.replace(/[#;%<>\n]/gu, (sign) => ESCAPES[sign] ?? sign);
}

/** Returns a Mermaid `sequenceDiagram` of the wire data: a note for each stop, followed by its messages. */
export function toMermaid(wire: WireData, timeline: Timeline): string {
  // An author's id may be a Mermaid keyword, such as `end`.
  const names = new Map(wire.parties.map(({ id }, index) => [id, `p${index + 1}`]));
  const over = `over p1,p${wire.parties.length}`;
  const lines = timeline.stops.flatMap((stop) => {
    const wireStop = wire.stops.find(({ at }) => at === stopKey(stop));
    if (!wireStop) return [];
    const title = `${formatStopNumber(stop)} ${stop.source.title}`;
    return [
      `Note ${over}: ${escapeMermaid(title)}${wireStop.note === undefined ? '' : `<br/>${escapeMermaid(wireStop.note)}`}`,
      ...wireStop.messages.map(
        (message) =>
          `${names.get(message.from) ?? ''}${ARROWS[message.kind]}${names.get(message.to) ?? ''}: ` +
          escapeMermaid(`${message.label}${markSuffix(wire, message)}`),
      ),
    ];
  });
  const parties = wire.parties.map(
    ({ id, name, detail }) => `participant ${names.get(id) ?? ''} as ${escapeMermaid(name)}<br/>${escapeMermaid(detail)}`,
  );
  return `${['sequenceDiagram', ...[...parties, ...lines].map((line) => `  ${line}`)].join('\n')}\n`;
}
