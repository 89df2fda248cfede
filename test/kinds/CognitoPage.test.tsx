// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import json from '../../scenes/cognito.json';
import cognito from '../../src/kinds/cognito/kind';
import { compileMapped, mappedPage } from './mappedPage';
import { pageTexts, sceneTexts } from './pageTexts';

const scene = json;
const compiled = await compileMapped(cognito, json);

function setUp(phase: 'play' | 'settled' = 'settled') {
  const onNext = vi.fn<() => void>();
  const { container } = render(mappedPage(cognito, compiled, phase, onNext));
  return { container, onNext, user: userEvent.setup() };
}

const ssoButton = () => screen.getByRole('button', { name: scene.sso.label });

class StillObserver {
  observe(): void {}
  disconnect(): void {}
}

vi.stubGlobal('ResizeObserver', StillObserver);
Element.prototype.scrollTo = () => {};

afterEach(cleanup);

describe('the page of Cognito', () => {
  it.each(['play', 'settled'] as const)('shows exactly the texts of the scene: %s', (phase) => {
    expect(pageTexts(setUp(phase).container)).toEqual(sceneTexts(scene));
  });

  it.each(['tagline', 'pill', 'divider', 'hint'])('shows all other texts without %s', async (name) => {
    const { [name]: _, ...rest } = json as Record<string, unknown>;
    const { container } = render(mappedPage(cognito, await compileMapped(cognito, rest), 'settled'));
    expect(pageTexts(container)).toEqual(sceneTexts(rest as typeof json));
  });

  it('has a heading with the name of the application', () => {
    setUp();
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(scene.name);
  });

  it('moves on once when the SSO button is clicked', async () => {
    const { onNext, user } = setUp();
    await user.click(ssoButton());
    expect(onNext).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['Enter', '{Enter}'],
    ['Space', ' '],
  ])('has only the SSO button in the tab order, and %s presses it', async (_, key) => {
    const { onNext, user } = setUp();
    await user.tab();
    expect(document.activeElement).toBe(ssoButton());
    await user.keyboard(key);
    expect(onNext).toHaveBeenCalledTimes(1);
    await user.tab();
    expect(document.activeElement).toBe(document.body);
  });

  it('moves on once when the click hint is clicked', async () => {
    const { onNext, user } = setUp();
    await user.click(screen.getByRole('button', { name: scene.hint }));
    expect(onNext).toHaveBeenCalledTimes(1);
  });

  it('has the click hint right before the SSO button', () => {
    setUp();
    expect(screen.getByRole('button', { name: scene.hint }).nextElementSibling).toBe(ssoButton());
  });

  it('has disabled fields and a disabled button', async () => {
    const { onNext, user } = setUp();
    const controls = [
      ...scene.fields.map(({ label }) => screen.getByLabelText<HTMLInputElement>(label)),
      screen.getByRole<HTMLButtonElement>('button', { name: scene.submit }),
    ];
    for (const control of controls) {
      expect(control.disabled).toBe(true);
      await user.click(control);
      await user.keyboard('a{Enter}');
      expect(control.value).toBe('');
    }
    expect(onNext).not.toHaveBeenCalled();
  });
});
