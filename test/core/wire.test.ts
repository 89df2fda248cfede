import { describe, expect, it, test } from 'vitest';
import { requestAndResponse, sequenceDiagramAt, wireLines, wireStopAt } from '../../src/core/wire';
import { loadWireCheckInput } from '../support/loadWireCheckInput';

const { wire, timeline } = await loadWireCheckInput();
const messageIds = (stop: number, isHighlighted: boolean): string[] =>
  sequenceDiagramAt(wire, timeline, stop)
    .rows.filter((row) => row.isHighlighted === isHighlighted)
    .map(({ message }) => message.id);
const partiesAt = (stop: number): string[] => sequenceDiagramAt(wire, timeline, stop).parties.map(({ id }) => id);

describe('sequenceDiagramAt', () => {
  it('highlights the messages of the stop, dims earlier ones and contains no later ones', () => {
    expect([messageIds(0, true), messageIds(0, false)]).toEqual([['first-initialize', 'first-refusal'], []]);
    expect(messageIds(1, false)).toEqual(messageIds(0, true));
    for (let stop = 1; stop < 10; stop += 1)
      expect(messageIds(stop, false)).toEqual([...messageIds(stop - 1, false), ...messageIds(stop - 1, true)]);
  });
  it('has the same parties at every stop of a chapter', () => {
    const main = ['agent', 'browser', 'mcp', 'cognito', 'idp', 'tavily'];
    for (const stop of [0, 1, 5, 9, 11]) expect(partiesAt(stop)).toEqual(main);
    expect(partiesAt(10)).toEqual(['agent', 'child', 'tavily']);
  });
  it('starts with no earlier message in another chapter, and continues the first one after it', () => {
    expect(messageIds(10, false)).toEqual([]);
    expect(messageIds(11, false)).toEqual([...messageIds(9, false), ...messageIds(9, true)]);
  });
  it('shows every party when a chapter has no message', () => {
    const withoutMessages = { ...wire, stops: wire.stops.map((stop) => ({ ...stop, messages: [] })) };
    expect(sequenceDiagramAt(withoutMessages, timeline, 3)).toMatchObject({ parties: wire.parties, rows: [] });
  });
  it('highlights nothing at a stop without wire data', () => {
    const firstStopOnly = { ...wire, stops: wire.stops.slice(0, 1) };
    expect(sequenceDiagramAt(firstStopOnly, timeline, 4).stop).toBeUndefined();
    expect(sequenceDiagramAt(firstStopOnly, timeline, 4).rows.every(({ isHighlighted }) => !isHighlighted)).toBe(true);
  });
});

test('requestAndResponse returns both messages for either of them', () => {
  const { messages = [] } = wireStopAt(wire, timeline, 4) ?? {};
  for (const id of ['callback', 'success-page'])
    expect(
      requestAndResponse(
        messages,
        messages.find((each) => each.id === id)!,
      ).map((each) => each.id),
    ).toEqual(['callback', 'success-page']);
});

test('wireLines returns the messages, notes and clarifications of a stop as text', () => {
  expect(wireLines(wire, wireStopAt(wire, timeline, 0)!)).toEqual([
    'Agent → MCP server: POST /mcp initialize (as deployed)',
    'No Authorization header: the agent has no token.',
    'MCP server → Agent: 401 Unauthorized (AWS)',
    'API Gateway answers by itself; the Lambda never runs.',
  ]);
  expect(wireLines(wire, wireStopAt(wire, timeline, 11)!).at(-1)).toBe(
    "Screen says: // That's it. No secrets. Wire says: // is not JSON, and clients differ on mcpServers.",
  );
});
