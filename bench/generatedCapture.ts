import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The size of a captured page in bytes. */
const CAPTURE_BYTES = 3_000_000;

const notes = { say: 'A captured page.', point: 'The heading.' };

/** Returns a page as a large application makes it: a table of thousands of rows with many styles. */
function pageOf(number: number): string {
  const rules = Array.from(
    { length: 3000 },
    (_, at) => `.u${at}{padding:${at % 7}px ${at % 5}px;color:rgb(${at % 200} ${at % 120} 90);border-radius:${at % 9}px}`,
  );
  const classes = (at: number): string => Array.from({ length: 12 }, (_, each) => `u${(at * 7 + each * 31) % 3000}`).join(' ');
  const row = (at: number): string =>
    `<tr class="${classes(at)}"><td class="${classes(at + 1)}">${number}-${at}</td>` +
    `<td class="${classes(at + 2)}"><a class="${classes(at + 3)}" href="/orders/${at}">Order ${at} of page ${number}</a></td>` +
    `<td class="${classes(at + 4)}"><svg width="12" height="12"><circle cx="6" cy="6" r="5" fill="#2563eb"/></svg> paid</td>` +
    `<td class="${classes(at + 5)}">${(at * 13) % 997}.00</td>` +
    `<td class="${classes(at + 6)}">${'A note on this order. '.repeat(8)}</td></tr>`;
  const rows: string[] = [];
  let length = 0;
  for (let at = 0; length < CAPTURE_BYTES; at += 1) length += rows[rows.push(row(at)) - 1]!.length;
  const style = `body{margin:0;font:15px/1.4 sans-serif}table{border-collapse:collapse;width:100%}${rules.join('')}`;
  return `<!DOCTYPE html><title>Page ${number}</title><style>${style}</style><h1>Page ${number}</h1><table>${rows.join('')}</table>`;
}

/** Writes a story of captured pages of 3 MB each into a folder. */
export async function writeGeneratedCapture(folder: string, pages: number): Promise<void> {
  const ids = Array.from({ length: pages }, (_, at) => `page-${at}`);
  const story = {
    id: 'captures',
    title: 'Captured pages',
    description: 'Large captured pages.',
    status: { topic: 'Captured pages', hint: 'next', end: 'end' },
    footer: [],
    scenes: ['captures.json'],
  };
  const steps = ids.map((id, at) => ({ title: `Page ${at}`, notes, state: id, highlight: 'h1' }));
  const scene = { kind: 'snapshot', id: 'captures', title: 'Captured pages', capture: 'pages', steps };
  const states = ids.map((id) => ({ id, title: id, file: `${id}.html`, address: `https://shop.example/${id}` }));
  await mkdir(path.join(folder, 'pages'), { recursive: true });
  const json = { story, captures: scene, 'pages/capture': { version: 1, width: 1280, height: 800, states } };
  for (const [name, value] of Object.entries(json)) await writeFile(path.join(folder, `${name}.json`), JSON.stringify(value));
  for (const [at, id] of ids.entries()) await writeFile(path.join(folder, 'pages', `${id}.html`), pageOf(at));
}
