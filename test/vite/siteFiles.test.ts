import { expect, test } from 'vitest';
import { createRasterizer } from '../../src/vite/rasterizer';
import { compileStory } from '../../src/compiler/compileStory';
import { iconFiles, webManifest, siteUrl } from '../../src/vite/siteFiles';

test.each([
  [undefined, undefined, undefined],
  [undefined, 'https://example.com', 'https://example.com/'],
  ['https://example.com/demo', 'https://example.org/', 'https://example.com/demo/'],
  ['http://localhost:8080/a/?b#c', undefined, 'http://localhost:8080/a/'],
  ['', 'https://example.com/demo/', 'https://example.com/demo/'],
])('SITE_URL %j and site %j make %j', (setting, site, address) => {
  expect(siteUrl({ site }, setting)).toBe(address);
});

test.each(['example.com', '/demo/', 'ftp://example.com/', 'javascript:alert(1)'])('rejects SITE_URL=%s', (setting) => {
  expect(() => siteUrl({ site: undefined }, setting)).toThrow(
    `SITE_URL is "${setting}"; it must be a whole address, such as https://example.com/demo/.`,
  );
});

test('the web manifest has relative addresses and a short name', () => {
  const { source } = webManifest({ title: 'Live Demo — a title that goes on and on', description: 'D.', lang: 'en' });
  expect(JSON.parse(String(source))).toMatchObject({
    name: 'Live Demo — a title that goes on and on',
    short_name: 'Live Demo',
    start_url: './',
    scope: './',
    icons: [{ sizes: '192x192' }, { sizes: '512x512' }, { purpose: 'maskable' }, {}],
  });
});

test('icons have the sizes that their names say', async () => {
  const files = iconFiles(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#f00"/></svg>',
    await createRasterizer((await compileStory('examples/hello')).story),
  );
  const widths = files.map(({ fileName, source }) => {
    const bytes = Buffer.from(source as Uint8Array);
    const png = bytes.subarray(fileName.endsWith('.ico') ? bytes.readUInt32LE(18) : 0);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    return [fileName, png.readUInt32BE(16), png.readUInt32BE(20)];
  });
  expect(widths).toEqual([
    ['favicon.ico', 48, 48],
    ['icon-192.png', 192, 192],
    ['icon-512.png', 512, 512],
    ['icon-maskable.png', 512, 512],
    ['apple-touch-icon.png', 180, 180],
  ]);
});

test('the rasterizer has fonts for the story’s characters', async () => {
  const width = async (folder: string) => (await createRasterizer((await compileStory(folder)).story)).measure('鑰匙', 100, 400);
  expect(await width('examples/pier')).toBeGreaterThan(180);
  expect(await width('examples/hello')).toBe(0);
});
