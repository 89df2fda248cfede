import * as fs from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { parseAsciicast } from '../../src/compiler/recording/parseAsciicast';
import { CastDraft } from '../../src/record/castDraft';
import { writeTitles } from '../../src/record/writeTitles';
import { makeFolder } from '../support/folder';

let room = Infinity;
vi.mock('node:fs', async (importOriginal) => {
  const original = await importOriginal<typeof fs>();
  return {
    ...original,
    /** Writes as long as there is room, then a part, then fails as on a full disk. */
    writeSync: (fd: number, bytes: Buffer, offset: number) => {
      if (room <= 0) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      const written = original.writeSync(fd, bytes, offset, Math.min(bytes.length - offset, room));
      room -= written;
      return written;
    },
  };
});

const SIZE = { cols: 80, rows: 24 };

async function makeDraft(): Promise<{ draft: CastDraft; file: string; wait: (ms: number) => void }> {
  const file = path.join(await makeFolder({}), '.session.cast');
  let now = 1000;
  return { draft: new CastDraft(file, SIZE, 'xterm-256color', () => now), file, wait: (ms) => (now += ms) };
}

const read = (file: string) => fs.readFileSync(file, 'utf8');
const events = (file: string) => read(file).trimEnd().split('\n').slice(1);

test('writes output, stops and sizes with the time since the event before', async () => {
  const { draft, file, wait } = await makeDraft();
  wait(100);
  draft.output('$ ');
  expect(draft.stop()).toBe(true);
  wait(1500);
  draft.output('npm');
  wait(5);
  draft.output(' test\r\n');
  draft.flush();
  wait(20);
  draft.resize({ cols: 100, rows: 30 });
  draft.close();
  expect(events(file)).toEqual(['[0.1,"o","$ "]', '[0,"m",""]', '[1.5,"o","npm test\\r\\n"]', '[0.025,"r","100x30"]']);
  expect(draft.stops).toEqual([{ at: 0.1, suggestion: 'npm test' }]);
  await writeTitles(file, 'Session', ['A “title”']);
  const { value, problems } = parseAsciicast(file, fs.readFileSync(file));
  expect(problems).toEqual([]);
  expect(value?.grid).toEqual(SIZE);
  expect(value?.events).toContainEqual(expect.objectContaining({ type: 'marker', label: 'A “title”' }));
});

test('sets no second stop where nothing was printed in between', async () => {
  const { draft } = await makeDraft();
  expect(draft.hasOutput).toBe(false);
  expect(draft.stop()).toBe(false);
  draft.output('a');
  expect([draft.stop(), draft.stop()]).toEqual([true, false]);
  draft.output('b');
  expect(draft.stop()).toBe(true);
  draft.close();
  expect(draft.hasOutput).toBe(true);
});

test('joins fast output to few events, and keeps no more than one of them', async () => {
  const { draft, file } = await makeDraft();
  for (let index = 0; index < 1000; index += 1) draft.output('x'.repeat(1000));
  draft.close();
  expect(events(file).length).toBeLessThan(20);
  expect(
    events(file)
      .map((line) => (JSON.parse(line) as [number, string, string])[2])
      .join(''),
  ).toBe('x'.repeat(1_000_000));
});

test('what was flushed is in the file while the recording goes on, and a second recording does not replace it', async () => {
  const { draft, file } = await makeDraft();
  draft.output('hello');
  await new Promise<void>((resolve, reject) => {
    draft.flushSoon(reject);
    setTimeout(resolve, 100);
  });
  expect(events(file)).toEqual(['[0,"o","hello"]']);
  expect(() => new CastDraft(file, SIZE, 'xterm')).toThrow('EEXIST');
  draft.close();
});

test('on a full disk keeps the events before it, and names the file', async () => {
  const { draft, file } = await makeDraft();
  draft.output('first');
  draft.flush();
  room = 10;
  draft.output('second');
  expect(() => draft.flush()).toThrow(expect.objectContaining({ code: 'ENOSPC', path: file }));
  room = Infinity;
  draft.close();
  expect(events(file)).toEqual(['[0,"o","first"]']);
});

test('titles replace nothing but untitled markers, and all or none', async () => {
  const line = JSON.stringify([0, 'o', '[0.1,"m",""]\n']);
  const folder = await makeFolder({ 'a.cast': `{"version":3}\n${line}\n[0.1,"m",""]\n[0,"m",""]\n` });
  const file = path.join(folder, 'a.cast');
  await writeTitles(file, 'Session', ['One', 'Two']);
  expect(read(file)).toBe(`{"version":3,"title":"Session"}\n${line}\n[0.1,"m","One"]\n[0,"m","Two"]\n`);
  expect(fs.readdirSync(folder)).toEqual(['a.cast']);
});
