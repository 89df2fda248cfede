import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { fillStory } from '../../../src/core/variables';
import { findContradictions } from '../../../src/kinds/slide/schema/contradictions';
import { SlideView } from '../../../src/kinds/slide/SlideView';
import { steps, validSlide } from './compileSlide';

afterEach(cleanup);

/**
 * What slides are about, and what may be beside that. Every text of theirs has a word of its own. Without code, which is highlighted in
 * Node only.
 */
const MAIN_FIELDS: readonly object[] = [
  { statement: 'word-statement' },
  { bullets: ['word-bullet', { text: 'word-outer', bullets: ['word-inner'] }] },
  { quote: { text: 'word-quote', by: 'word-by' } },
  { number: { value: 'word-value', label: 'word-label' } },
  { table: { head: ['word-head', 'b'], rows: [['word-cell', 'c']] } },
  { columns: [{ heading: 'word-left', text: 'word-paragraph' }, { bullets: ['word-right'] }] },
  { section: 'word-section', heading: 'word-heading' },
  { thanks: 'word-thanks' },
  { text: 'word-text' },
  { heading: 'word-heading', image: { src: 'src/kinds/image/example/dashboard.svg', alt: 'word-alt' } },
];
const BESIDE = {
  heading: 'word-title',
  eyebrow: 'word-eyebrow',
  subtitle: 'word-subtitle',
  text: ['word-first', 'word-second'],
  qr: { href: 'https://example.com', text: 'word-qr' },
};

async function show(fields: object, step = 0, phase: 'play' | 'settled' = 'settled'): Promise<HTMLElement> {
  return render(<SlideView scene={await validSlide(fields)} step={step} phase={phase} onNext={() => {}} />).container;
}

const isHidden = (text: string): boolean => screen.getByText(text).closest('.slide__item--later') !== null;

describe('SlideView', () => {
  it('shows bullets one by one, and keeps the room of those that come later', async () => {
    await show({ bullets: ['One', 'Two', 'Three'], steps: steps(3) }, 1);
    expect(['One', 'Two', 'Three'].map(isHidden)).toEqual([false, false, true]);
  });

  it('renders the same final frame however the step was reached', async () => {
    const scene = await validSlide({ bullets: ['One', 'Two', 'Three'], steps: steps(3) });
    const view = (step: number, phase: 'play' | 'settled') => <SlideView scene={scene} step={step} phase={phase} onNext={() => {}} />;
    for (const step of scene.steps.keys()) {
      const direct = render(view(step, 'settled')).container.innerHTML;
      cleanup();
      const { container, rerender } = render(view(0, 'settled'));
      for (const at of [2, Math.max(0, step - 1), step]) rerender(view(at, 'play'));
      if (step > 0) expect(container.innerHTML).not.toBe(direct);
      rerender(view(step, 'settled'));
      expect(container.innerHTML).toBe(direct);
      cleanup();
    }
  });

  it.each(MAIN_FIELDS)('shows every field that goes with %o', async (main) => {
    const fields = { ...main };
    for (const [name, value] of Object.entries(BESIDE)) {
      const more = { ...fields, [name]: value };
      if (findContradictions(more).length === 0) Object.assign(fields, more);
    }
    expect(Object.keys(fields).length).toBeGreaterThan(Object.keys(main).length);
    const { textContent, innerHTML } = await show(fields);
    const words = JSON.stringify(fields).match(/word-\w+/gu)!;
    for (const word of words) expect((textContent + innerHTML).includes(word), word).toBe(true);
  });

  it('renders headings, lists, quotes and tables as such', async () => {
    await show({ heading: 'Head', bullets: ['a', { text: 'b', bullets: ['c'] }] });
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Head');
    expect(screen.getAllByRole('list')).toHaveLength(2);
    cleanup();
    await show({
      table: {
        head: ['Team', 'Wait'],
        rows: [
          ['Search', '2 min'],
          ['Mobile', '−3 %'],
        ],
      },
    });
    expect(within(screen.getByRole('table')).getAllByRole('columnheader')).toHaveLength(2);
    expect(screen.getByText('2 min').closest('td')!.className).toContain('number');
  });

  it('draws a QR code as a link with its address in words', async () => {
    const container = await show({ thanks: 'Thanks', qr: { href: 'https://example.com/slides' } });
    const link = screen.getByRole('link', { name: 'example.com/slides' });
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    link.focus();
    fireEvent.click(link);
    expect(document.activeElement).toBe(document.body);
    expect(container.querySelector('svg path')!.getAttribute('d')).toMatch(/^M0 0h7v1h-7z/u);
  });

  it.each([
    ['שלום עולם', 'rtl'],
    ['مرحبا', 'rtl'],
    ['Hello שלום', null],
    ['2026 שלום', 'rtl'],
  ])('of "%s" has the direction %s', async (heading, direction) => {
    expect((await show({ heading })).querySelector('.slide')!.getAttribute('dir')).toBe(direction);
  });

  it.each([
    ['שלום', 'rtl'],
    ['Hello', null],
  ])('follows the value "%s" of an open variable in its direction', async (value, direction) => {
    const variables = { x: { value: 'Hello', open: true } };
    const scene = await validSlide({ heading: '{{x}}' }, { variables });
    const filled = fillStory({ scene, variables }, { get: () => value }).scene;
    const { container } = render(<SlideView scene={filled} step={0} phase="settled" onNext={() => {}} />);
    expect(container.querySelector('.slide')!.getAttribute('dir')).toBe(direction);
  });
});
