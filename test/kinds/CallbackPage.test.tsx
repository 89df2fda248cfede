// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import json from '../../scenes/callback.json';
import callback from '../../src/kinds/callback/kind';
import type { ViewProps } from '../../src/kinds/kind';
import { compileMapped, mappedPage } from './mappedPage';
import { pageTexts, sceneTexts } from './pageTexts';

const scene = json as { heading: string; mark: string; rows: { label: string; value?: string; tags?: string[] }[] };
const compiled = await compileMapped(callback, json);

function page(phase: ViewProps['phase'], onNext = vi.fn<() => void>()) {
  return mappedPage(callback, compiled, phase, onNext);
}

class StillObserver {
  observe(): void {}
  disconnect(): void {}
}

vi.stubGlobal('ResizeObserver', StillObserver);
Element.prototype.scrollTo = () => {};

afterEach(cleanup);

describe('the page of a callback', () => {
  it.each(['enter', 'play', 'settled'] as const)('shows exactly the texts of the scene: %s', (phase) => {
    expect(pageTexts(render(page(phase)).container)).toEqual(sceneTexts(scene));
  });

  it('has a heading that says what happened', () => {
    render(page('settled'));
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(scene.heading);
  });

  it('pairs every label with its value or its tags', () => {
    render(page('settled'));
    for (const { label, value, tags } of scene.rows) {
      const cell = screen.getByRole('cell', { name: label }).nextElementSibling!;
      const texts = tags ? [...cell.querySelectorAll('.part-badge')].map((badge) => badge.textContent) : [cell.textContent];
      expect(texts).toEqual(tags ?? [value]);
    }
  });

  it('renders the mark transparent before and at the start of its entrance', () => {
    expect(renderToString(page('enter'))).toContain('opacity:0');
    expect(renderToString(page('play'))).toContain('opacity:0');
  });

  it('renders the settled mark opaque, also on the server', () => {
    expect(renderToString(page('settled'))).not.toContain('opacity:0');
  });

  it('ends the entrance of the mark when the stop settles', () => {
    const { rerender } = render(page('play'));
    expect(screen.getByText(scene.mark).parentElement!.style.opacity).toBe('0');
    rerender(page('settled'));
    expect(screen.getByText(scene.mark).parentElement!.style).toMatchObject({ opacity: '1', scale: '1' });
  });

  it('plays for as long as the mark moves, at its first step only', async () => {
    const twoSteps = await compileMapped(callback, { ...json, steps: [...json.steps, ...json.steps] });
    expect([0, 1].map((step) => callback.describe(twoSteps, step).playMs)).toEqual([500, 0]);
  });

  it('has no buttons', () => {
    render(page('settled'));
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});
