// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { Blob } from 'node:buffer';
import { afterEach, expect, test, vi } from 'vitest';
import { EditorView } from '../../../src/kinds/editor/EditorView';
import { NOTES, validEditor } from './compileEditor';

afterEach(cleanup);

// The highlighter unpacks itself with Node's Blob, which jsdom replaces.
vi.stubGlobal('Blob', Blob);

const LONG = Array.from({ length: 300 }, (_, at) => `const a${at} = ${at};`);

const scene = await validEditor({
  files: [{ name: 'src/a.ts', text: ['const total = price;', 'pay(total);'] }, { name: 'b.ts', text: LONG }, 'c.ts'],
  steps: [
    NOTES,
    { ...NOTES, change: [{ text: ['const total =', '  price * 2;', 'pay();'] }], highlight: ['price'] },
    { ...NOTES, type: { after: 'pay(', text: 'total' }, problems: [{ text: 'total', message: 'Not a number.' }] },
    { ...NOTES, diff: true, blocks: [{ type: 'text', lines: ['done'] }] },
    { ...NOTES, open: 'b.ts', beside: 'src/a.ts', focus: ['200-201'] },
    { ...NOTES, beside: null, highlight: [10], blocks: [{ type: 'text', lines: ['more'] }] },
  ],
});
const STEPS = [...scene.steps.keys()];

const view = (step: number, phase: 'play' | 'settled' = 'settled') =>
  render(<EditorView scene={scene} step={step} phase={phase} onNext={() => {}} />).container;
/** Without the empty attributes that removed styles leave. */
const htmlOf = (container: HTMLElement): string => container.innerHTML.replaceAll(' style=""', '');
const codeOf = (container: HTMLElement): string =>
  [...container.querySelectorAll('.editor__line')].map((each) => each.textContent).join('');

test('shows a step the same however it was reached', () => {
  for (const step of STEPS) {
    const direct = htmlOf(view(step));
    cleanup();
    const { container, rerender } = render(<EditorView scene={scene} step={0} phase="settled" onNext={() => {}} />);
    for (const at of [5, step - 1, step, 3, step])
      rerender(<EditorView scene={scene} step={Math.max(0, at)} phase="play" onNext={() => {}} />);
    rerender(<EditorView scene={scene} step={step} phase="settled" onNext={() => {}} />);
    expect(htmlOf(container)).toBe(direct);
    cleanup();
  }
});

test('nothing of a morph is left when the step has settled', () => {
  for (const step of STEPS) {
    expect(view(step).querySelectorAll('.editor__moved, .editor__new, .editor__gone, .editor__rest')).toHaveLength(0);
    cleanup();
  }
});

test('while it plays, words come from where they stood and others fade', () => {
  const container = view(1, 'play');
  const moved = [...container.querySelectorAll<HTMLElement>('.editor__moved')].find((each) => each.textContent === 'price')!;
  expect([moved.style.getPropertyValue('--dx'), moved.style.getPropertyValue('--dy')]).toEqual(['12', '-1']);
  expect(
    [...container.querySelectorAll('.editor__new')]
      .map((each) => each.textContent)
      .join('')
      .trim(),
  ).toMatch(/^\* 2;?$/u);
  expect(container.querySelector('.editor__gone')!.textContent).toBe('total');
  const progressOf = (selector: string): string => container.querySelector<HTMLElement>(selector)!.style.getPropertyValue('--morph');
  expect(['.editor__content', '.editor__moved', '.editor__new', '.editor__gone', '.editor__row'].map(progressOf)).toEqual([
    '0',
    '0',
    '0',
    '0',
    '',
  ]);
  expect(codeOf(container), 'all the code is there').toBe('const total =\n  price * 2;\npay();\n');
});

test('while it plays, typed code is hidden at first, and what follows stands where it stood', () => {
  const container = view(2, 'play');
  expect(
    [...container.querySelectorAll<HTMLElement>('[data-typed]')].map(({ style, textContent }) => [textContent, style.visibility]),
  ).toEqual([...'total'].map((character) => [character, 'hidden']));
  expect(container.querySelector<HTMLElement>('.editor__content')!.style.getPropertyValue('--rest-x')).toBe('-5');
  cleanup();
  expect(codeOf(view(2))).toBe('const total =\n  price * 2;\npay(total);\n');
});

test('shows marks, messages, the signs of a diff, the tree and the terminal', () => {
  expect(view(1).querySelector('.editor__piece--highlight')!.textContent).toBe('price');
  cleanup();
  expect(view(2).querySelector('.editor__piece--error')!.textContent).toBe('total');
  expect(screen.getByText('Not a number.')).toBeTruthy();
  expect(screen.getByRole('img', { name: 'error' })).toBeTruthy();
  cleanup();
  const diff = view(3);
  expect(
    [...diff.querySelectorAll('.editor__row--removed, .editor__row--added')].map((row) => row.querySelector('code')!.textContent),
  ).toEqual(['pay();\n', 'pay(total);\n']);
  expect(diff.querySelector('.editor__output-row--new')!.textContent).toBe('done');
  expect(diff.querySelector('.editor__entry--modified')!.textContent).toBe('a.tsM');
  cleanup();
  expect(view(5).querySelectorAll('.editor__output-rows--wide .editor__output-row')).toHaveLength(3);
});

test('marks the words of a long line that a step is not about as those that may lie outside', async () => {
  const code = ['first(one, two);', 'last();'];
  const long = await validEditor({
    files: [{ name: 'a.ts', text: code }],
    steps: [
      { ...NOTES, highlight: ['two'] },
      { ...NOTES, focus: [1] },
    ],
  });
  const clippable = (step: number): string[] => {
    const { container } = render(<EditorView scene={long} step={step} phase="settled" onNext={() => {}} />);
    return [...container.querySelectorAll('.editor__row:not([data-clippable]) [data-line] [data-clippable]')].map(
      ({ textContent }) => textContent,
    );
  };
  expect(clippable(0).join('|')).toMatch(/^first\|.*one.*\|\);$/u);
  cleanup();
  expect(clippable(1)).toEqual([]);
});

test('while it plays, a spinner turns in the place of its last row', async () => {
  const done = { mark: '✓', text: 'Built', role: 'ok', ms: 300 };
  const spinner = { type: 'spinner', role: 'info', frames: ['-', '+'], text: 'Building', done };
  const turning = await validEditor({ files: [{ name: 'a.ts', text: 'a();' }], steps: [NOTES, { ...NOTES, blocks: [spinner] }] });
  const show = (phase: 'play' | 'settled'): HTMLElement =>
    render(<EditorView scene={turning} step={1} phase={phase} onNext={() => {}} />).container.querySelector('.editor__output-rows--wide')!;
  const states = [...show('play').querySelectorAll<HTMLElement>('.editor__interim-state')];
  const [first, second, last] = [states[0]!, states[1]!, states.at(-1)!];
  expect([first, second].map(({ textContent }) => textContent)).toEqual(['- Building', '+ Building']);
  const endOf = ({ style }: HTMLElement): number => Number.parseFloat(style.animationDelay) + Number.parseFloat(style.animationDuration);
  expect(endOf(first)).toBe(Number.parseFloat(second.style.animationDelay));
  const final = [...document.querySelectorAll<HTMLElement>('.editor__output-rows--wide .editor__output-row--new > span')][0]!;
  expect(final.textContent.trim()).toBe('✓');
  expect(endOf(last)).toBe(Number.parseFloat(final.style.animationDelay));
  cleanup();
  expect(show('settled').textContent).toBe('✓ Built');
});

test('draws the rows around those that matter, and marks the others as those that may lie outside', () => {
  const container = view(4);
  const numbers = [...container.querySelectorAll('.editor__pane:first-child .editor__number')].map((each) => Number(each.textContent));
  expect(numbers.length).toBeLessThan(130);
  expect(numbers).toContain(200);
  const shown = [...container.querySelectorAll('.editor__pane:first-child .editor__row:not([data-clippable]) .editor__number')];
  expect(shown.map(({ textContent }) => textContent)).toEqual(['200', '201']);
  expect(container.querySelectorAll('.editor__pane')).toHaveLength(2);
});
