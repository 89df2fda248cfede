import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveStory } from '../../src/cli/commands/dev';
import { previewStory } from '../../src/cli/commands/preview';
import { makeFolder, SCENE, STORY } from '../support/folder';

const occupier = createServer();
let port = 0;
beforeAll(async () => {
  occupier.listen(0, '127.0.0.1');
  await once(occupier, 'listening');
  ({ port } = occupier.address() as AddressInfo);
});
afterAll(() => occupier.close());

const BUILT = { 'story.json': STORY, 'a.json': SCENE, 'dist/index.html': '<meta name="understudy-build" content="1">' };

test('a given port that is in use is refused', async () => {
  const message = `Port ${port} is in use. Give another one, or leave out --port for the next that is free.`;
  await expect(serveStory(await makeFolder(BUILT), { port })).rejects.toThrow(message);
});

test('an address of another computer is refused', async () => {
  await expect(serveStory(await makeFolder(BUILT), { port: 0, host: '192.0.2.1' })).rejects.toThrow(
    '192.0.2.1 is no address of this computer. Leave out the value of --host for all of them.',
  );
});

test('a preview without a build names the command that makes one', async () => {
  const folder = await makeFolder({ 'story.json': STORY, 'a.json': SCENE });
  await expect(previewStory(folder, { out: `${folder}/out` })).rejects.toThrow(
    `There is no build in ${folder}/out. Build the story first: npm run build`,
  );
});
