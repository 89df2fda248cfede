import { describe, expect, it, test } from 'vitest';
import { requestAndResponse, sequenceDiagramAt, wireLines, wireStopAt } from '../../src/core/wire';
import { loadWireCheckInput } from '../support/loadWireCheckInput';

const { wire, timeline } = await loadWireCheckInput();
const ids = (stop: number, lit: boolean): string[] =>
  sequenceDiagramAt(wire, timeline, stop)
    .rows.filter((rung) => rung.isHighlighted === lit)
    .map(({ message }) => message.id);
const partiesAt = (stop: number): string[] => sequenceDiagramAt(wire, timeline, stop).parties.map(({ id }) => id);

describe('ladderAt', () => {
  it('lights what crosses at the stop, dims what came before, and knows nothing of what is to come', () => {
    expect([ids(0, true), ids(0, false)]).toEqual([['first-initialize', 'first-refusal'], []]);
    expect(ids(1, false)).toEqual(ids(0, true));
    for (let stop = 1; stop < 10; stop += 1) expect(ids(stop, false)).toEqual([...ids(stop - 1, false), ...ids(stop - 1, true)]);
  });
  it('has the same parties at every stop of a chapter', () => {
    const main = ['agent', 'browser', 'mcp', 'cognito', 'idp', 'tavily'];
    for (const stop of [0, 1, 5, 9, 11]) expect(partiesAt(stop)).toEqual(main);
    expect(partiesAt(10)).toEqual(['agent', 'child', 'tavily']);
  });
  it('starts anew in another chapter, and goes on where that ends', () => {
    expect(ids(10, false)).toEqual([]);
    expect(ids(11, false)).toEqual([...ids(9, false), ...ids(9, true)]);
  });
  it('shows every party where a chapter has no message', () => {
    const silent = { ...wire, stops: wire.stops.map((stop) => ({ ...stop, messages: [] })) };
    expect(sequenceDiagramAt(silent, timeline, 3)).toMatchObject({ parties: wire.parties, rows: [] });
  });
  it('has nothing of its own at a stop the author left out', () => {
    const short = { ...wire, stops: wire.stops.slice(0, 1) };
    expect(sequenceDiagramAt(short, timeline, 4).stop).toBeUndefined();
    expect(sequenceDiagramAt(short, timeline, 4).rows.every(({ isHighlighted }) => !isHighlighted)).toBe(true);
  });
});

test('an exchange is a request and its response, whichever is asked for', () => {
  const { messages = [] } = wireStopAt(wire, timeline, 4) ?? {};
  for (const id of ['callback', 'success-page'])
    expect(
      requestAndResponse(
        messages,
        messages.find((each) => each.id === id)!,
      ).map((each) => each.id),
    ).toEqual(['callback', 'success-page']);
});

test('a stop reads as lines', () => {
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
