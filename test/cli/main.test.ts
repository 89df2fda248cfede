import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { main } from '../../src/cli/main';

let printed = '';
beforeEach(() => {
  printed = '';
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
});
afterEach(() => vi.restoreAllMocks());

test.each([
  [['bild'], "unknown command 'bild'\n(Did you mean build?)"],
  [['build', '--bse'], "unknown option '--bse'\n(Did you mean --base?)"],
  [['export', 'mermiad'], "unknown command 'mermiad'\n(Did you mean mermaid?)"],
  [['export', 'png', '--size', '12'], 'It is written as 1920x1080.'],
  [['export', 'png', '--dpr', '0'], 'It is a number from 0.5 to 8.'],
  [['export', 'png', '--theme', 'blue'], 'Allowed choices are light, dark.'],
  [['dev', '--port', '70000'], 'It is a number from 0 to 65535.'],
  [['new'], "missing required argument 'folder'"],
  [['check', 'a', 'b'], 'too many arguments'],
])('%j is a usage error: code 2, and what was meant', async (args, message) => {
  expect(await main(args)).toBe(2);
  expect(printed).toContain(message);
});

test.each([
  [['--help'], ['new <folder>', 'dev [options] [folder]', 'Exit codes: 0 success']],
  [
    ['build', '--help'],
    ['--out <folder>', '--base <path>', '--site-url <address>'],
  ],
  [
    ['export', '--help'],
    ['pdf', 'png', 'html', 'cast', 'mermaid'],
  ],
  [
    ['export', 'cast', '--help'],
    ['--scene <id>', '--stop <name>', '--v2'],
  ],
])('%j prints help and succeeds', async (args, texts) => {
  expect(await main(args)).toBe(0);
  for (const text of texts) expect(printed).toContain(text);
});

test('--version prints a version number', async () => {
  expect(await main(['--version'])).toBe(0);
  expect(printed).toMatch(/^\d+\.\d+\.\d+\n$/u);
});
