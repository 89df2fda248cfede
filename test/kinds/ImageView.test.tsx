// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { compileScene } from '../../src/compiler/story/compileScene';
import { parseJsonFile } from '../../src/compiler/story/parseJsonFile';
import { ImageView } from '../../src/kinds/image/ImageView';
import kind from '../../src/kinds/image/kind';
import type { ImageScene } from '../../src/kinds/image/scene';

afterEach(cleanup);

const FOLDER = path.resolve('src/kinds/image/example');
const NOTES = { title: 'T', notes: { say: 's', point: 'p' } };
const compare = { src: 'dashboard-after.svg', alt: 'With limits.', position: 30, before: 'Before', after: 'After' };
const STEPS = [
  NOTES,
  { ...NOTES, focus: { x: 100, y: 100, width: 400, height: 300 }, callouts: [{ text: 'Here', x: 200, y: 200 }] },
  { ...NOTES, callouts: [{ text: 'Here', x: 200, y: 200 }], spots: [{ x: 300, y: 300, text: 'Middle' }] },
  { ...NOTES, compare },
  NOTES,
];

const scene = await (async () => {
  const source = { kind: 'image', id: 'a', title: 'A', image: { src: 'dashboard.svg', alt: 'A dashboard.' }, steps: STEPS };
  const document = parseJsonFile(path.join(FOLDER, 'scene.json'), Buffer.from(JSON.stringify(source)));
  return (await compileScene(document, new Map([['image', kind]]), new Map())).value as ImageScene;
})();

const view = (step: number, phase: 'play' | 'settled' = 'settled') =>
  render(<ImageView scene={scene} step={step} phase={phase} onNext={() => {}} />).container;

test('shows the picture with its size, so that nothing moves when it has loaded', () => {
  view(0);
  const image = screen.getByRole<HTMLImageElement>('img', { name: 'A dashboard.' });
  expect([image.getAttribute('width'), image.getAttribute('height'), image.getAttribute('src')]).toEqual(['1280', '720', scene.image.src]);
  expect(readFileSync(path.join(FOLDER, 'dashboard.svg'), 'utf8')).toContain('viewBox="0 0 1280 720"');
});

test('shows a step the same however it was reached', () => {
  for (const step of STEPS.keys()) {
    const direct = view(step).innerHTML;
    cleanup();
    const { container, rerender } = render(<ImageView scene={scene} step={0} phase="settled" onNext={() => {}} />);
    for (const at of [4, step - 1, step]) rerender(<ImageView scene={scene} step={Math.max(0, at)} phase="play" onNext={() => {}} />);
    rerender(<ImageView scene={scene} step={step} phase="settled" onNext={() => {}} />);
    expect(container.innerHTML).toBe(direct);
    cleanup();
  }
});

test('shows callouts and spots in their final place when settled, and appearing while it plays', () => {
  const opacity = (container: HTMLElement) => container.querySelector<HTMLElement>('.shot__new')!.style.opacity;
  expect(opacity(view(2))).toBe('1');
  expect(screen.getByText('Here')).toBeTruthy();
  expect(screen.getByText('1').dataset['spot']).toBe('1');
  cleanup();
  const playing = view(2, 'play');
  expect(opacity(playing)).toBe('0');
  // The callout is at the same place as at the step before, so it stays.
  expect(playing.querySelector('.shot__new')!.textContent).toBe('1');
  expect(playing.textContent).toContain('Here');
});

test('moves the slider in from the edge, and out again with the second picture', () => {
  const slider = (container: HTMLElement) => container.querySelector<HTMLElement>('.shot__view')!.style.getPropertyValue('--slider');
  expect([slider(view(3)), slider(view(3, 'play'))]).toEqual(['30', '100']);
  cleanup();
  expect(slider(view(4, 'play'))).toBe('30');
  expect(screen.getAllByRole('img').map((each) => each.getAttribute('alt'))).toEqual(['A dashboard.', 'With limits.']);
  cleanup();
  view(4);
  expect(screen.getAllByRole('img')).toHaveLength(1);
});
