import { expect, test } from 'vitest';
import { toMermaid } from '../../src/core/toMermaid';
import { loadWireCheckInput } from '../support/loadWireCheckInput';

const { wire, timeline } = await loadWireCheckInput();

test('writes the demo as a sequence diagram', () => {
  const lines = toMermaid(wire, timeline).split('\n');
  expect(lines.slice(0, 3)).toEqual([
    'sequenceDiagram',
    '  participant p1 as Agent<br/>MCP client',
    '  participant p2 as Browser<br/>on the same machine',
  ]);
  expect(lines).toContain('  Note over p1,p7: 1.1 The agent starts, tavily is not signed in');
  expect(lines).toContain('  p1->>p3: POST /mcp initialize (as deployed)');
  expect(lines).toContain('  p3-->>p1: 401 Unauthorized (AWS)');
  expect(lines).toContain('  p1-)p2: opens the authorize address (AWS)');
  expect(lines.filter((line) => /: .* \((?:as deployed|AWS|added)\)$/u.test(line))).toHaveLength(
    wire.stops.flatMap(({ messages }) => messages).length,
  );
});

test('escapes characters and keywords of Mermaid', () => {
  const [first, ...rest] = wire.stops;
  if (!first) throw new Error('There is no stop.');
  const withSyntax = {
    ...wire,
    parties: wire.parties.map((party) => ({ ...party, name: 'end' })),
    stops: [{ ...first, messages: first.messages.map((message) => ({ ...message, label: 'a; b # %% <script>' })) }, ...rest],
  };
  const text = toMermaid(withSyntax, timeline);
  expect(text).toContain(': a#59; b #35; #37;#37; #lt;script#gt; (');
  expect(text).toContain('participant p1 as end<br/>');
});
