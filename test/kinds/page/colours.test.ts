import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrastRatio } from '../../../src/core/colour';
import { lookColours } from '../../../src/kinds/page/compile/lookColours';

const css = await readFile('src/kinds/page/page.css', 'utf8');

/** The colours that a rule of the style sheet sets. */
function coloursOf(selector: string): Readonly<Record<string, string>> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0]!;
  return Object.fromEntries([...block.matchAll(/--page-([\w-]+): (#[0-9a-f]{6});/gu)].map(([, name = '', colour = '']) => [name, colour]));
}

const WORDS = ['ink', 'soft', 'ok', 'error', 'warn', 'info', 'code-key', 'code-string'];
const SURFACES = ['page', 'surface', 'raised', 'subtle'];

test.each(['.page-frame', ".page-frame[data-page-theme='dark']"])('words of %s can be read on all its surfaces', (selector) => {
  const colours = coloursOf(selector);
  for (const surface of SURFACES)
    for (const word of WORDS) expect(contrastRatio(colours[word]!, colours[surface]!), `${word} on ${surface}`).toBeGreaterThanOrEqual(4.5);
});

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('words on and in any accent and brand can be read', () => {
  fc.assert(
    fc.property(colour, colour, fc.constantFrom('light', 'dark'), (accent, brand, theme) => {
      const look = lookColours({ accent, brand, theme, density: 'normal', width: 'normal', chrome: 'browser' });
      expect(contrastRatio(look.onAccent, accent)).toBeGreaterThanOrEqual(4.5);
      expect(contrastRatio(look.onBrand!, brand)).toBeGreaterThanOrEqual(4.5);
      expect(contrastRatio(look.accentText, theme === 'light' ? '#ffffff' : '#16181d')).toBeGreaterThanOrEqual(4.5);
    }),
  );
});
