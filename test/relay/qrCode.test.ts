import { stripVTControlCharacters } from 'node:util';
import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { qrRows, terminalQr } from '../../src/relay/qrCode';

const LINK = 'http://192.168.1.5:4180/?speaker=abc&phone#pair=AAAAAAAAAAAAAAAAAAAAAA';

/** Reads half blocks back; `drawn` is what a drawn block stands for. */
function readBlocks(text: string, drawn: string): string[] {
  const light = drawn === '1' ? '0' : '1';
  const rows = stripVTControlCharacters(text).split('\n');
  return rows.flatMap((row) => {
    const read = (blocks: string): string => Array.from(row, (block) => (blocks.includes(block) ? drawn : light)).join('');
    return [read('█▀'), read('█▄')];
  });
}

it.each([
  [true, '1'],
  [false, '0'],
])('draws the code of the link in a terminal, with colours: %s', (hasColours, drawn) => {
  const rows = qrRows(LINK);
  expect(readBlocks(terminalQr(LINK, hasColours), drawn).slice(0, rows.length)).toEqual(rows);
  expect(rows).toHaveLength(encode(LINK, { ecc: 'L', border: 2 }).size);
});

it('fits a terminal of 80 columns and 24 rows', () => {
  const lines = terminalQr(LINK, false).split('\n');
  expect(lines.length).toBeLessThanOrEqual(20);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
});
