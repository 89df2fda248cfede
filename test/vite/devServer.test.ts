import { createServer as createHttpServer } from 'node:http';
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import react from '@vitejs/plugin-react';
import { JSDOM } from 'jsdom';
import { createServer, type HotPayload, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { understudy } from '../../src/vite/plugin';

const WAIT = { timeout: 15_000, interval: 20 };
/** Milliseconds between two edits: the watcher joins changes within 50 ms. */
const PAUSE = 100;
const STORY_ID = '\0virtual:story';

const http = createHttpServer();
/** Messages that the open page has received. */
let messages: HotPayload[] = [];
let folder: string;
let server: ViteDevServer;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'understudy-'));
  await cp('scenes', folder, { recursive: true });
  server = await createServer({
    configFile: false,
    logLevel: 'silent',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: { server: http } },
    plugins: [react(), understudy({ storyFolder: folder })],
  });
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve));
  await openPage();
});

afterAll(async () => {
  await server.close();
  http.close();
  await rm(folder, { recursive: true, force: true });
});

/** Connects as a page does, and requests the modules that import the story. */
async function openPage(): Promise<void> {
  const { port } = http.address() as AddressInfo;
  const { WebSocket } = new JSDOM('', { url: `http://127.0.0.1:${port}/` }).window;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/?token=${server.config.webSocketToken}`, 'vite-hmr');
  socket.addEventListener('message', ({ data }) => messages.push(JSON.parse(String(data)) as HotPayload));
  await vi.waitUntil(() => messages.some(({ type }) => type === 'connected'), WAIT);
  await server.environments.client.transformRequest('/src/app/main.tsx');
}

/** Returns the code of the story module. */
async function loadStory(): Promise<string> {
  const result = await server.environments.client.transformRequest(STORY_ID);
  return result?.code ?? '';
}

async function edit(name: string, from: string, to: string): Promise<void> {
  const file = path.join(folder, name);
  const text = await readFile(file, 'utf8');
  expect(text).toContain(from);
  await setTimeout(PAUSE);
  messages = [];
  await writeFile(`${folder}.draft`, text.replace(from, to));
  await rename(`${folder}.draft`, file);
}

/** Waits until the page has received an update of the story. */
async function update(): Promise<void> {
  const accepted = () =>
    messages.flatMap((message) => (message.type === 'update' ? message.updates.map(({ acceptedPath }) => acceptedPath) : []));
  await expect.poll(accepted, WAIT).toContain(STORY_ID);
}

/** Waits until the page has received an error, and returns it. */
async function error(): Promise<{ message: string; id?: string; loc?: { line: number; column: number } }> {
  const find = () => messages.find((message) => message.type === 'error')?.err;
  await expect.poll(find, WAIT).toBeDefined();
  return find()!;
}

test('the page has the prerendered first stop and the boot script', async () => {
  const html = await server.transformIndexHtml('/', await readFile('index.html', 'utf8'));
  expect(html).toContain('<html lang="en" data-stop="0" data-stops="12"');
  expect(html).toContain('<title>Live Demo — OAuth MCP Wrapper for Tavily</title>');
  expect(html).toContain('~/project $');
  expect(html.indexOf('/@understudy/boot.js')).toBeGreaterThan(0);
  expect(html).not.toMatch(/<!--(?:head|app|transcript)-->/u);
});

test('an edit updates the page without a reload', async () => {
  await loadStory();
  await edit('story.json', 'tavily MCP |', 'edited |');
  await update();
  expect(await loadStory()).toContain('edited |');
  expect(messages.map(({ type }) => type)).not.toContain('full-reload');
});

test('a problem shows the overlay while the page keeps the last good story, until it is fixed', async () => {
  await edit('agent.json', '"role": "accent"', '"role": "acent"');
  const { message, id, loc } = await error();
  expect(message).toContain('Did you mean "accent"?');
  expect(id).toBe(path.join(folder, 'agent.json'));
  const lines = (await readFile(path.join(folder, 'agent.json'), 'utf8')).split('\n');
  const line = lines.findIndex((text) => text.includes('"acent"'));
  expect(loc).toMatchObject({ line: line + 1, column: lines[line]!.indexOf('"acent"') + 1 });
  // An update without contents lets the page know that it is running; see errorOverlay.ts.
  expect(messages.filter(({ type }) => type !== 'error')).toEqual([{ type: 'update', updates: [] }]);
  expect(await loadStory()).toContain('edited |');

  await edit('agent.json', '"role": "acent"', '"role": "warn"');
  await update();
  expect(messages.map(({ type }) => type)).not.toContain('full-reload');
});

test('a page that opens while the story has a problem shows the overlay', async () => {
  await edit('agent.json', '"kind": "terminal"', '"kind": "terminall"');
  await error();
  messages = [];
  await openPage();
  expect((await error()).message).toContain('agent.json:3:11');
  await edit('agent.json', '"terminall"', '"terminal"');
  await update();
});

test('a scene’s file can be renamed while the server runs', async () => {
  messages = [];
  await rename(path.join(folder, 'sso.json'), path.join(folder, 'login.json'));
  expect((await error()).message).toContain('scenes[2]: found "sso.json"');
  await edit('story.json', '"sso.json"', '"login.json"');
  await update();
  expect(messages.map(({ type }) => type)).not.toContain('full-reload');
});

test('a new character is added to the story’s font', async () => {
  const fonts = async () => (await server.environments.client.transformRequest('\0virtual:story-fonts.css'))?.code ?? '';
  expect(await fonts()).not.toContain('@font-face');
  await edit('agent.json', "I'll run that search for you.", '好');
  await update();
  expect(messages.flatMap((message) => (message.type === 'update' ? message.updates.map(({ path: changed }) => changed) : []))).toContain(
    '\0virtual:story-fonts.css',
  );
  expect(await fonts()).toMatch(/Understudy Mono[^}]*unicode-range:\s*U\+597D/u);
});
