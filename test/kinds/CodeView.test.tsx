import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { HighlightedCode } from '../../src/core/story';
import { CodeView } from '../../src/kinds/parts/CodeView';
import { CodeLines } from '../../src/wire/CodeLines';

afterEach(cleanup);

const CODE: HighlightedCode = {
  lines: [
    [
      ['listen', 'text'],
      ['(8080);', 'punctuation'],
      [' ', 'text'],
      ['// the port of the ', 'comment'],
      ['callback', 'ok'],
      [', which only this machine reaches', 'comment'],
    ],
    [['/* a block that goes on', 'comment']],
    [['# of lines */', 'comment']],
  ],
};

it.each([
  ['a board', CodeView],
  ['a message', CodeLines],
])('renders a comment in the code of %s as one box with a marker for each possible row', (_, View) => {
  const { container } = render(<View code={CODE} />);
  const boxes = [...container.querySelectorAll<HTMLElement>('span')].filter((each) => each.style.getPropertyValue('--marker-rows') !== '');
  expect(boxes.map((box) => [box.textContent, box.style.getPropertyValue('--marker')])).toEqual([
    ['// the port of the callback, which only this machine reaches', '3ch'],
  ]);
  expect(boxes[0]!.style.getPropertyValue('--marker-rows')).toMatch(/^"(?:\\a \/\/ ){5,}"$/u);
  // The text itself is unchanged.
  expect(container.querySelector('pre')!.textContent).toBe(`${CODE.lines.map((line) => line.map(([text]) => text).join('')).join('\n')}\n`);
});

it('shows the names of tabs and which one is shown', () => {
  const { container } = render(<CodeView code={{ ...CODE, tabs: ['server.ts', 'client.ts'], show: 'client.ts' }} />);
  const tabs = [...container.querySelectorAll('.code__tab')].map(({ className, textContent }) => [
    textContent,
    className.includes('shown'),
  ]);
  expect(tabs).toEqual([
    ['server.ts', false],
    ['client.ts', true],
  ]);
});
