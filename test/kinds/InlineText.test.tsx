import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { InlineText } from '../../src/kinds/parts/InlineText';
import { inlineMarkdown } from '../../src/schema/markdown';

afterEach(cleanup);

const show = (markdown: string): HTMLElement => render(<InlineText text={inlineMarkdown.parse(markdown)} />).container;

describe('InlineText', () => {
  it('renders emphasis, code and what is struck out as elements', () => {
    const { innerHTML } = show('a **b *c*** `d` ~~e~~');
    expect(innerHTML).toBe('a <strong>b <em>c</em></strong> <code class="inline-code" dir="ltr">d</code> <s>e</s>');
  });

  it('opens links in a new tab without access to this one, and gives the keyboard back to the stage', async () => {
    show('see [the docs](https://example.com)');
    const link = screen.getByRole('link', { name: 'the docs' });
    expect([link.getAttribute('target'), link.getAttribute('rel')]).toEqual(['_blank', 'noopener noreferrer']);
    link.addEventListener('click', (event) => event.preventDefault());
    await userEvent.click(link);
    expect(document.activeElement).toBe(document.body);
  });

  it('keeps paths and options left to right in right-to-left text, in every style', () => {
    const { innerHTML } = show('הריצו **--all** ב `~/x`');
    expect(innerHTML).toContain('<bdi dir="ltr">--all</bdi>');
    expect(innerHTML).toContain('<code class="inline-code" dir="ltr">~/x</code>');
  });
});
