// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import json from '../../scenes/sso.json';
import { schema, type SsoScene } from '../../src/kinds/sso/schema';
import { SsoPage } from '../../src/kinds/sso/SsoPage';
import { pageTexts, sceneTexts } from './pageTexts';

const scene = schema.parse(json) as SsoScene;

function setUp(phase: 'play' | 'settled' = 'settled') {
  const onNext = vi.fn<() => void>();
  const { container } = render(<SsoPage scene={scene} step={0} phase={phase} onNext={onNext} />);
  return { container, onNext, user: userEvent.setup() };
}

const submitButton = () => screen.getByRole('button', { name: scene.submit });

afterEach(cleanup);

describe('SsoPage', () => {
  it.each(['play', 'settled'] as const)('shows exactly the texts of the scene: %s', (phase) => {
    expect(pageTexts(setUp(phase).container)).toEqual(sceneTexts(json));
  });

  it.each(['tagline', 'pill', 'note', 'remember', 'forgot', 'hint', 'foot'])('shows all other texts without %s', (name) => {
    const { [name]: _, ...rest } = json as Record<string, unknown>;
    const { container } = render(<SsoPage scene={schema.parse(rest) as typeof scene} step={0} phase="settled" onNext={() => {}} />);
    expect(pageTexts(container)).toEqual(sceneTexts(rest as typeof json));
  });

  it('sets the brand colour and fits a logo of four letters', () => {
    const { container } = render(
      <SsoPage scene={{ ...scene, logo: 'ACME', look: { layout: 'card', brand: '#0b6e4f' } }} step={0} phase="settled" onNext={() => {}} />,
    );
    expect(container.querySelector('.sso--card.sso--branded')?.getAttribute('style')).toContain('--brand: #0b6e4f');
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
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: scene.remember! });
    await user.click(box);
    expect(box.checked).toBe(true);
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
    const [, split = ''] = /\n\.sso--split \{(.+?)\n\}/su.exec(css) ?? [];
    expect(split).toContain('--side:');
    expect(split.slice(split.indexOf('--side:'), split.indexOf('align-items'))).not.toMatch(/255|#fff|white/u);
    expect(css.match(/--logo-(?:surface|ink): .+;/gu)).toEqual(['--logo-surface: #fff;', '--logo-ink: var(--brand, #3d1538);']);
  });

  it('sets colour and layout of the page', () => {
    const other = schema.parse({ ...json, look: { layout: 'split', brand: '#0B4F6C' } }) as SsoScene;
    const { container } = render(<SsoPage scene={other} step={0} phase="settled" onNext={() => {}} />);
    const page = container.querySelector<HTMLElement>('.sso--split');
    expect(page?.style.getPropertyValue('--brand')).toBe('#0b4f6c');
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
