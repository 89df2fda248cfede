import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { fillStory } from '../../../src/core/variables';
import { SlideView } from '../../../src/kinds/slide/SlideView';
import { steps, validSlide } from './compileSlide';

afterEach(cleanup);

async function show(fields: object, step = 0, phase: 'play' | 'settled' = 'settled'): Promise<HTMLElement> {
  return render(<SlideView scene={await validSlide(fields)} step={step} phase={phase} onNext={() => {}} />).container;
}

const isHidden = (text: string): boolean => screen.getByText(text).closest('.slide__item--later') !== null;

describe('SlideView', () => {
  it('shows bullets one by one, and keeps the room of those that come later', async () => {
    await show({ bullets: ['One', 'Two', 'Three'], steps: steps(3) }, 1);
    expect(['One', 'Two', 'Three'].map(isHidden)).toEqual([false, false, true]);
  });

  it('renders the final frame at once when settled, however the step was reached', async () => {
    const fields = { bullets: ['One', 'Two'], steps: steps(2) };
    const before = (await show(fields, 1)).innerHTML;
    cleanup();
    const container = await show(fields, 1, 'play');
    expect(container.innerHTML).not.toBe(before);
    expect(screen.getByText('One').closest<HTMLElement>('.slide__item')!.style.opacity).toBe('1');
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
