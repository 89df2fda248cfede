import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { elementsOf, openOfficePackage } from '../support/officePackage';

const run = promisify(execFile);
let folder = '';

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'slides-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

test('export pptx writes a slide for each stop of a scene, with its picture, title, notes and text', async () => {
  const file = path.join(folder, 'talk.pptx');
  const command = ['src/cli/understudy.mjs', 'export', 'pptx', '--scene', 'agent', '--size', '640x360', '--dpr', '2', '--out', file];
  const { stdout } = await run(process.execPath, command, { env: { ...process.env, SCENES: '' } });
  expect(stdout).toMatch(/talk\.pptx: 2 slides, \d+ kB\n$/u);
  expect(await readdir(folder)).toEqual(['talk.pptx']);
  const deck = await openOfficePackage(file);
  const slide = await deck.xml('ppt/slides/slide1.xml');
  expect(elementsOf(slide, 'a:t').map(({ text }) => text)).toEqual(['The agent starts, tavily is not signed in']);
  const [, , picture] = elementsOf(slide, 'p:cNvPr');
  expect(picture!.attributes['descr']).toContain('tavily (remote — OAuth) — Not authenticated');
  const notes = elementsOf(await deck.xml('ppt/notesSlides/notesSlide2.xml'), 'a:p').map(({ text }) => text);
  expect(notes.length).toBe(2);
  const png = Buffer.from(await deck.read('ppt/media/image2.png'));
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 720]);
});
