// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import json from '../../scenes/sso.json';
import sso from '../../src/kinds/sso/kind';
import { schema } from '../../src/kinds/sso/schema';
import { compileMapped, mappedPage } from './mappedPage';
import { pageTexts, sceneTexts } from './pageTexts';

const scene = schema.parse(json);
const compiled = await compileMapped(sso, json);

function setUp(phase: 'play' | 'settled' = 'settled') {
  const onNext = vi.fn<() => void>();
  const { container } = render(mappedPage(sso, compiled, phase, onNext));
  return { container, onNext, user: userEvent.setup() };
}

const submitButton = () => screen.getByRole('button', { name: scene.submit });

class StillObserver {
  observe(): void {}
  disconnect(): void {}
}

vi.stubGlobal('ResizeObserver', StillObserver);
Element.prototype.scrollTo = () => {};

afterEach(cleanup);

describe('the page of single sign-on', () => {
  it.each(['play', 'settled'] as const)('shows exactly the texts of the scene: %s', (phase) => {
    expect(pageTexts(setUp(phase).container)).toEqual(sceneTexts(json));
  });

  it.each(['tagline', 'pill', 'note', 'remember', 'forgot', 'hint', 'foot'])('shows all other texts without %s', async (name) => {
    const { [name]: _, ...rest } = json as Record<string, unknown>;
    const { container } = render(mappedPage(sso, await compileMapped(sso, rest), 'settled'));
    expect(pageTexts(container)).toEqual(sceneTexts(rest as typeof json));
  });

  it('sets the brand colour and fits a logo of four letters', async () => {
    const branded = await compileMapped(sso, { ...json, logo: 'ACME', look: { layout: 'card', brand: '#0b6e4f' } });
    const { container } = render(mappedPage(sso, branded, 'settled'));
    expect(container.querySelector('.sso--card.sso--branded')?.closest('[style]')?.getAttribute('style')).toContain(
      '--page-brand: #0b6e4f',
    );
    expect(container.querySelector('.logo')?.getAttribute('style')).toBe('--cells: 4;');
    expect(setUp().container.querySelector('.logo, .sso--branded')?.getAttribute('style')).toBeNull();
  });

  it('has a heading with the name of the company', () => {
    setUp();
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(scene.name);
  });

  it('moves on once when the button is clicked', async () => {
    const { onNext, user } = setUp();
    await user.click(submitButton());
    expect(onNext).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['Enter', '{Enter}'],
    ['Space', ' '],
  ])('has only the button in the tab order, and %s presses it', async (_, key) => {
    const { onNext, user } = setUp();
    await user.tab();
    expect(document.activeElement).toBe(submitButton());
    await user.keyboard(key);
    expect(onNext).toHaveBeenCalledTimes(1);
    await user.tab();
    expect(document.activeElement).toBe(document.body);
  });

  it('moves on once when the click hint is clicked', async () => {
    const { onNext, user } = setUp();
    await user.click(screen.getByRole('button', { name: scene.hint! }));
    expect(onNext).toHaveBeenCalledTimes(1);
  });

  it('has the click hint right before the button', () => {
    setUp();
    expect(screen.getByRole('button', { name: scene.hint! }).nextElementSibling).toBe(submitButton());
  });

  it('has read-only fields with values', async () => {
    const { onNext, user } = setUp();
    for (const { label, value } of scene.fields) {
      const input = screen.getByLabelText<HTMLInputElement>(label);
      expect(input.readOnly).toBe(true);
      await user.type(input, 'x');
      expect(input.value).toBe(value);
    }
    expect(onNext).not.toHaveBeenCalled();
  });

  it('has a checkbox that stays checked', async () => {
    const { onNext, user } = setUp();
    const box = screen.getByRole('checkbox', { name: scene.remember! });
    await user.click(box);
    expect(box.getAttribute('aria-checked')).toBe('true');
    expect(onNext).not.toHaveBeenCalled();
  });

  it('has a link that does nothing', async () => {
    const { onNext, user } = setUp();
    const clicked = vi.fn<() => void>();
    document.body.addEventListener('click', clicked, { once: true });
    await user.click(screen.getByText(scene.forgot!));
    expect(onNext).not.toHaveBeenCalled();
    expect(clicked).not.toHaveBeenCalled();
  });
});

describe('look of another provider', () => {
  it('is rejected with the measured contrast if white text is hard to read on the brand colour', () => {
    const [issue] = schema.safeParse({ ...json, look: { brand: '#ffc107' } }).error?.issues ?? [];
    expect(issue?.path).toEqual(['look', 'brand']);
    expect(issue?.message).toContain('1.63');
  });

  // The schema measures white on the brand's colour, so the logo may only use these two colours.
  it('uses nothing lighter than the brand colour under white text, and a white tile for the logo', () => {
    const css = readFileSync('src/kinds/sso/sso.css', 'utf8');
    const [, split = ''] = /\n\.parts-page\.sso--split \{(.+?)\n\}/su.exec(css) ?? [];
    expect(split).toContain('--side:');
    expect(split.slice(split.indexOf('--side:'), split.indexOf('align-items'))).not.toMatch(/255|#fff|white/u);
    expect(css.match(/--logo-(?:surface|ink): .+;/gu)).toEqual(['--logo-surface: #fff;', '--logo-ink: var(--page-brand, #3d1538);']);
  });

  it('sets colour and layout of the page', async () => {
    const other = await compileMapped(sso, { ...json, look: { layout: 'split', brand: '#0B4F6C' } });
    const { container } = render(mappedPage(sso, other, 'settled'));
    const page = container.querySelector('.sso--split')?.closest<HTMLElement>('.page-frame');
    expect(page?.style.getPropertyValue('--page-brand')).toBe('#0b4f6c');
  });
});

it('replaces the values of secret fields by dots in the schema', () => {
  const { fields } = schema.parse({
    ...json,
    fields: [
      { label: 'User', value: 'ann' },
      { label: 'Password', value: 'open-sesame', secret: true },
    ],
  });
  expect(fields.map(({ value }) => value)).toEqual(['ann', '•••••••••••']);
});
