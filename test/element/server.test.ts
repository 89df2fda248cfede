import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundleElement, bundleElementModule } from '../../src/vite/bundleScripts';

test.each([
  ['module', bundleElementModule],
  ['script', bundleElement],
])('the element’s %s has at most 3 kB in gzip, imports nothing, and loads on a server', async (_, bundle) => {
  const code = await bundle();
  expect(gzipSync(code).length).toBeLessThanOrEqual(3000);
  expect(code).not.toMatch(/\bimport\b|\brequire\b/u);
  // It may be served in any encoding.
  expect(code).toMatch(/^[\0-\x7f]*$/u);
  const loaded = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Readonly<Record<string, unknown>>;
  expect(Object.keys(loaded)).toEqual(bundle === bundleElementModule ? ['UnderstudyDemo'] : []);
});
