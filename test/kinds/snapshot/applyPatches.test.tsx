import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPatches, nodeAt } from '../../../src/kinds/snapshot/applyPatches';
import type { Patch } from '../../../src/kinds/snapshot/scene';

const HTML =
  '<p data-snapshot="1">One <b data-snapshot="2">two</b> three</p>' +
  '<input data-snapshot="3" value="a"><i data-snapshot="4"></i><x-a data-snapshot="5"></x-a>';

function makeDocument(): Document {
  const root = document.implementation.createHTMLDocument();
  root.body.innerHTML = HTML;
  const shadow = root.querySelector('x-a')!.attachShadow({ mode: 'open' });
  shadow.innerHTML = 'Inside <em data-snapshot="6">deep</em>';
  return root;
}

const written = (root: Document): string => `${root.body.innerHTML}|${root.querySelector('x-a')!.shadowRoot!.innerHTML}`;

test.each([
  [{ at: '1', child: 0, text: 'Uno ' }, 'Uno <b data-snapshot="2">two</b> three'],
  [{ at: '1', child: 2, text: ' tre' }, '</b> tre</p>'],
  [{ at: '3', name: 'value', value: 'b' }, 'value="b"'],
  [{ at: '4', child: 0, text: 'new' }, '<i data-snapshot="4">new</i>'],
  [{ at: '2', hide: true }, 'style="display: none !important;"'],
  [{ at: '5>', child: 0, text: 'Within ' }, '|Within <em'],
  [{ at: '5>6', child: 0, text: 'deeper' }, '>deeper</em>'],
] as const)('a patch changes the document: %j', (patch, result) => {
  const root = makeDocument();
  applyPatches(root, [patch]);
  expect(written(root)).toContain(result);
});

test.each(['x:(', 'color:red', 'display:block!important', '/*', '\\', 'content:"'])('hides an element with the style %s', (style) => {
  const root = makeDocument();
  const element = root.querySelector('b')!;
  element.setAttribute('style', style);
  const restore = applyPatches(root, [{ at: '2', hide: true }]);
  expect(element.style.display).toBe('none');
  expect(element.style.getPropertyPriority('display')).toBe('important');
  restore();
  expect(element.getAttribute('style')).toBe(style);
});

test('hides a form with a field called “style”', () => {
  const root = makeDocument();
  root.body.innerHTML = '<form data-snapshot="1" style="color:red"><select id="style"></select></form>';
  applyPatches(root, [{ at: '1', hide: true }]);
  expect(root.querySelector('form')!.getAttribute('style')).toBe('color: red; display: none !important;');
});

test('a long text that the browser has cut in nodes is one child', () => {
  const root = makeDocument();
  root.querySelector('p')!.firstChild!.after(root.createTextNode('more '));
  applyPatches(root, [
    { at: '1', child: 0, text: 'Uno ' },
    { at: '1', child: 2, text: ' tre' },
  ]);
  expect(root.querySelector('p')!.textContent).toBe('Uno two tre');
});

test('a patch of a node that is not there changes nothing', () => {
  const root = makeDocument();
  expect(nodeAt(root, '9')).toBeUndefined();
  applyPatches(root, [{ at: '5>9', child: 0, text: 'x' }])();
  expect(written(root)).toBe(written(makeDocument()));
});

test('whatever patches were applied, taking them back leaves the document as it was', () => {
  const at = fc.constantFrom('1', '2', '3', '4', '5', '5>', '5>6', '9');
  const patch: fc.Arbitrary<Patch> = fc.oneof(
    fc.record({ at, child: fc.integer({ min: 0, max: 3 }), text: fc.string() }),
    fc.record({ at: fc.constantFrom('1', '2', '3'), name: fc.constantFrom('value', 'title', 'style'), value: fc.string() }),
    fc.record({ at: fc.constantFrom('1', '2', '5>6'), hide: fc.constant(true as const) }),
  );
  fc.assert(
    fc.property(fc.array(patch, { maxLength: 12 }), (patches) => {
      const root = makeDocument();
      applyPatches(root, patches)();
      return written(root) === written(makeDocument());
    }),
    { numRuns: 300 },
  );
});
