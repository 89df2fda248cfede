import { Blob } from 'node:buffer';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import pageKind from '../../../src/kinds/page/kind';
import { PageView } from '../../../src/kinds/page/PageView';
import { partSchemas } from '../../../src/kinds/page/schema/union';
import { testKind } from '../../../src/package/testing';
import { validPage } from './compilePage';

// jsdom has no layout.
beforeAll(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  // Colouring code reads its grammars as a stream.
  vi.stubGlobal('Blob', Blob);
  Element.prototype.scrollTo = () => {};
});
afterEach(cleanup);

type Source = Parameters<typeof validPage>;

async function show(
  source: Source,
  { step = 0, phase = 'settled' as 'play' | 'settled', onNext = () => {} } = {},
): Promise<{ readonly container: HTMLElement; readonly lines: readonly string[] }> {
  const page = await validPage(...source);
  const { container } = render(<PageView scene={page} step={step} phase={phase} onNext={onNext} />);
  return { container, lines: page.steps[step]!.lines };
}

/** Returns the letters and digits of a text, and nothing else: what is read and what is drawn have different signs. */
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The example of each part. */
const EXAMPLES = [...partSchemas].map(([type, schema]) => [type, schema.meta()!.examples![0] as object] as const);

describe('each part', () => {
  it.each(EXAMPLES.filter(([type]) => type !== 'image'))('%s draws all words of its text lines', async (_, example) => {
    const { container, lines } = await show([[example]]);
    expect(container.querySelector('.part')).not.toBeNull();
    const states = [...container.querySelectorAll('[aria-valuenow], [aria-checked=true]')].map(
      (each) => each.getAttribute('aria-valuenow') ?? 'on',
    );
    const filled = [...container.querySelectorAll('input')].map(({ value, placeholder }) => value || placeholder);
    const drawn = wordsOf([container.textContent, ...states, ...filled].join(' ')).join('');
    for (const word of lines.flatMap(wordsOf)) expect(drawn).toContain(word);
  });

  it.each([
    { type: 'nav', items: ['Docs', 'Docs'] },
    { type: 'tabs', items: ['Docs', 'Docs'] },
    { type: 'select', value: 'Docs', options: ['Docs', 'Docs'], open: true },
    { type: 'menu', label: 'More', items: ['Docs', 'Docs'], open: true },
    { type: 'chart', labels: ['Mon', 'Mon'], series: [{ values: [1, 2] }] },
    { type: 'chart', shape: 'donut', labels: ['Mon', 'Mon'], series: [{ values: [0, 0] }] },
  ])('$type $shape may have entries with equal words', async (part) => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { container } = await show([[part]]);
    expect(container.textContent?.match(/Docs|Mon/gu)?.length).toBeGreaterThanOrEqual(2);
    expect(error).not.toHaveBeenCalled();
    error.mockRestore();
  });

  it.each(EXAMPLES.filter(([type]) => type !== 'image'))('%s is the same when settled, however it was reached', async (_, example) => {
    const page = await validPage([{ type: 'divider' }], [{}, { add: [{ parts: [example] }] }, {}]);
    const view = (step: number, phase: 'play' | 'settled') => <PageView scene={page} step={step} phase={phase} onNext={() => {}} />;
    const opened = render(view(1, 'settled')).container.innerHTML;
    cleanup();
    const { container, rerender } = render(view(0, 'settled'));
    rerender(view(1, 'play'));
    rerender(view(1, 'settled'));
    expect(container.innerHTML).toBe(opened);
    rerender(view(2, 'settled'));
    rerender(view(1, 'settled'));
    expect(container.innerHTML).toBe(opened);
  });
});

describe('buttons', () => {
  const BUTTONS = ['One', 'Two'].map((label) => ({ type: 'button', id: label.toLowerCase(), label }));

  it('only the one that the step presses goes on', async () => {
    const onNext = vi.fn();
    await show([BUTTONS, [{ press: 'two' }]], { onNext });
    await userEvent.click(screen.getByRole('button', { name: 'One' }));
    expect(onNext).not.toHaveBeenCalled();
    expect(screen.getAllByRole('button').filter((each) => !(each as HTMLButtonElement).disabled)).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Two' }));
    expect(onNext).toHaveBeenCalledTimes(1);
  });

  it('of a step that presses none do nothing', async () => {
    await show([BUTTONS, [{ press: 'two' }, {}]], { step: 1 });
    for (const button of screen.getAllByRole('button')) expect((button as HTMLButtonElement).disabled).toBe(true);
  });
});

describe('what changes', () => {
  const source: Source = [
    [{ type: 'badge', id: 'a', text: 'Open' }],
    [{}, { set: { a: { text: 'Merged' } }, add: [{ parts: [{ type: 'text', text: 'New' }] }] }],
  ];

  it('is marked while the stop plays only', async () => {
    const { container } = await show(source, { step: 1, phase: 'play' });
    expect(container.querySelector('.part--changed')!.textContent).toBe('Merged');
    expect(container.querySelector('.part--enter')!.textContent).toBe('New');
    cleanup();
    expect((await show(source, { step: 1 })).container.querySelector('.part--changed, .part--enter')).toBeNull();
  });

  it('has a field typed at once when settled, and empty at the start of play', async () => {
    const typed: Source = [[{ type: 'field', id: 'a', label: 'Name' }], [{ type: { a: 'Ann Lee' } }]];
    expect((await show(typed)).container.textContent).toContain('Ann Lee');
    cleanup();
    expect((await show(typed, { phase: 'play' })).container.textContent).not.toContain('Ann');
  });
});

it('hides what an open dialog covers from assistive technology', async () => {
  const parts = [
    { type: 'text', text: 'Below' },
    { type: 'dialog', id: 'd', title: 'Sure?', parts: [], open: false },
  ];
  await show([parts, [{}, { set: { d: { open: true } } }]], { step: 1 });
  expect(screen.getByText('Below').closest('[inert]')).not.toBeNull();
  expect(screen.getByText('Sure?').closest('[inert]')).toBeNull();
  cleanup();
  expect((await show([parts])).container.querySelector('[inert]')).toBeNull();
});

it('places the pointer after the page has scrolled', async () => {
  const events: string[] = [];
  const scrollTo = vi.spyOn(Element.prototype, 'scrollTo').mockImplementation(() => void events.push('scrolled'));
  const measure = vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    if (this.matches('.page-frame')) events.push('pointer placed');
    return new DOMRect();
  });
  await show([[{ type: 'button', id: 'go', label: 'Go' }], [{ scroll: 'go', pointer: 'go' }]]);
  expect(events).toEqual(['scrolled', 'pointer placed']);
  scrollTo.mockRestore();
  measure.mockRestore();
});

it('fulfils what is asked of all kinds', () => testKind(pageKind));
