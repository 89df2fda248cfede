// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import json from '../../scenes/callback.json';
import type { CallbackScene } from '../../src/kinds/callback/schema';
import { CallbackPage } from '../../src/kinds/callback/CallbackPage';
import type { ViewProps } from '../../src/kinds/kind';
import { pageTexts, sceneTexts } from './pageTexts';

const scene = json as CallbackScene;

function page(phase: ViewProps['phase'], onNext = vi.fn<() => void>()) {
  return <CallbackPage scene={scene} step={0} phase={phase} onNext={onNext} />;
}

afterEach(cleanup);

describe('CallbackPage', () => {
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
      const row = screen.getByText(label).parentElement!;
      expect([...row.querySelectorAll('dd')].map((dd) => dd.textContent)).toEqual(tags ?? [value]);
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
    expect(screen.getByText(scene.mark).style.opacity).toBe('0');
    rerender(page('settled'));
    expect(screen.getByText(scene.mark).style).toMatchObject({ opacity: '1', scale: '1' });
  });

  it('has no buttons', () => {
    render(page('settled'));
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});
