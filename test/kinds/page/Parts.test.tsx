import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { PartProps } from '../../../src/kinds/page/PageContext';
import { PageProvider } from '../../../src/kinds/page/PageProvider';
import { Parts } from '../../../src/kinds/page/Parts';
import type { PageScene } from '../../../src/kinds/page/scene';
import Button from '../../../src/kinds/page/views/button';

/** The words of the parts that have been rendered, in order. */
const rendered: string[] = [];

function Counted({ part, root }: PartProps<{ words: string; parts?: readonly { part: number }[] }>) {
  rendered.push(part.words);
  return (
    <div {...root('counted')}>
      {part.words}
      <Parts of={part.parts} />
    </div>
  );
}

const VIEWS = { counted: Counted, button: Button };

const step = (title: string, root: number[], fields = {}) => ({
  title,
  notes: { say: 'Words.', point: 'A place.' },
  lines: [],
  root: root.map((part) => ({ part })),
  ...fields,
});

/** A page with two boxes; its second step changes what is in the second box, its third the button that goes on. */
const scene = {
  kind: 'page',
  id: 'page',
  title: 'A page',
  icons: {},
  parts: [
    { type: 'counted', key: '1', words: 'inside the first' },
    { type: 'counted', key: '2', words: 'first', parts: [{ part: 0 }] },
    { type: 'counted', key: '3', words: 'old' },
    { type: 'counted', key: '4', words: 'second', parts: [{ part: 2 }] },
    { type: 'counted', key: '3', words: 'new' },
    { type: 'counted', key: '4', words: 'second', parts: [{ part: 4 }] },
    { type: 'button', key: '5', label: 'Go on' },
  ],
  steps: [step('Before', [1, 3, 6]), step('After', [1, 5, 6], { changed: ['3'] }), step('Press', [1, 5, 6], { press: { key: '5' } })],
} as unknown as PageScene;

const onNext = vi.fn();
const view = (at: number, phase: 'play' | 'settled' = 'settled') => (
  <PageProvider scene={scene} step={scene.steps[at]!} phase={phase} onNext={onNext} views={VIEWS}>
    <Parts of={scene.steps[at]!.root} />
  </PageProvider>
);

afterEach(() => {
  cleanup();
  rendered.length = 0;
});

test('renders at a step only the parts that changed and those around them', () => {
  const { rerender } = render(view(0));
  expect(rendered).toEqual(['first', 'inside the first', 'second', 'old']);
  rendered.length = 0;
  rerender(view(1));
  expect(rendered).toEqual(['second', 'new']);
});

test('marks a part that changed while its step plays, and not once it has settled', () => {
  const { rerender } = render(view(0));
  rerender(view(1, 'play'));
  expect(screen.getByText('new').className).toContain('part--changed');
  expect(screen.getByText('inside the first').className).not.toContain('part--changed');
  rerender(view(1));
  expect(screen.getByText('new').className).not.toContain('part--changed');
});

test('lets a button go on at the step that presses it, although the button itself is the same', () => {
  const { rerender } = render(view(1));
  expect(screen.getByRole('button', { name: 'Go on' })).toHaveProperty('disabled', true);
  rerender(view(2));
  expect(screen.getByRole('button', { name: 'Go on' })).toHaveProperty('disabled', false);
});
