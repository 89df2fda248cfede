import { expect, test, type Page } from '@playwright/test';
import { fade, palettes } from '../../src/styles/palette';
import { currentStop, expectSettled, expectStop, jumpTo, openStop } from '../support/page';

/** Selects the terminal row that contains `text` by dragging over it from edge to edge. */
async function dragOver(page: Page, text: string): Promise<void> {
  const row = page.locator('.xterm-rows > div', { hasText: text }).last();
  const box = (await row.boundingBox())!;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 1, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, y, { steps: 5 });
  await page.mouse.move(box.x + box.width - 2, y, { steps: 5 });
  await page.mouse.up();
}

test('text in the terminal can be selected and copied, and the stop stays', async ({ page }) => {
  await openStop(page, 6);
  await page.evaluate(() => {
    addEventListener('copy', (event) => {
      document.documentElement.dataset['copied'] = event.clipboardData?.getData('text/plain') ?? '';
    });
  });
  await dragOver(page, 'Returned for dev@example.com');
  await expectStop(page, 6);
  await page.keyboard.press('Control+c');
  await expect(page.locator('html')).toHaveAttribute('data-copied', /✓ Returned for dev@example\.com \(JWT validated\)/u);
  await expectStop(page, 6);
  await expect(page.locator('.xterm-selection > *')).not.toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, 7);
  // The selection is removed with its text.
  await expect(page.locator('.xterm-selection > *')).toHaveCount(0);
});

test('the click that clears a selection does not go on, the next one does', async ({ page }) => {
  await openStop(page, 6);
  await dragOver(page, 'Returned for dev@example.com');
  await page.mouse.click(640, 200);
  // xterm.js redraws the rows with the next frame.
  await expect(page.locator('.xterm-selection > *')).toHaveCount(0);
  await expectStop(page, 6);
  await page.mouse.click(640, 200);
  await expectSettled(page, 7);
});

test('both clicks of a double click go on, on text as well', async ({ page }) => {
  await openStop(page, 5);
  const words = page.locator('.xterm-rows').getByText('Token received from Cognito');
  const box = (await words.boundingBox())!;
  await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
  await expectSettled(page, 7);
});

test('text on a page can be selected without going on', async ({ page }) => {
  await openStop(page, 4);
  const box = (await page.locator('.stage').getByText('OAuth 2.0 token received via PKCE flow').boundingBox())!;
  await page.mouse.move(box.x + 2, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 2, box.y + box.height - 10, { steps: 8 });
  await page.mouse.up();
  await expectStop(page, 4);
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('token received');
});

test('the wheel scrolls back, and the next stop scrolls to the end', async ({ page }) => {
  await openStop(page, 8);
  const rows = page.locator('.xterm-rows');
  await expect(rows).not.toContainText('ai-coding-agent v1.0.40');
  await page.mouse.move(640, 300);
  await expect(async () => {
    await page.mouse.wheel(0, -300);
    expect(await rows.textContent()).toContain('ai-coding-agent v1.0.40');
  }).toPass({ intervals: [20] });
  await expectStop(page, 8);
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, 9);
  await expect(rows).toContainText('No more, no less.');
});

/** Places to click on the stage. */
const PLACES: readonly (readonly [stop: number, what: string, find: (page: Page) => ReturnType<Page['locator']>])[] = [
  [6, 'the terminal', (page) => page.locator('.xterm-screen')],
  [2, 'the grey e-mail field', (page) => page.locator('.stage').getByLabel('Email')],
  [2, 'the grey button', (page) => page.getByRole('button', { name: 'Sign In', exact: true })],
  [3, 'the filled-in password', (page) => page.locator('.stage').getByLabel('Password')],
  [3, 'the ticked box', (page) => page.locator('.stage').getByText('Remember this device')],
  [3, 'the link that does nothing', (page) => page.locator('.stage').getByText('Forgot password?')],
  [3, 'the address bar', (page) => page.locator('.stage').getByText('sso.example.com/app/tavily-mcp/sso/saml')],
  [3, 'the button that works', (page) => page.getByRole('button', { name: 'Verify & Continue', exact: true })],
];

test('keys work after a click anywhere on the stage', async ({ page }) => {
  await openStop(page, 0);
  for (const [stop, what, find] of PLACES) {
    await jumpTo(page, stop);
    const box = (await find(page).boundingBox())!;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    const after = await currentStop(page);
    expect([stop, stop + 1], what).toContain(after);
    await expectSettled(page, after);
    await page.keyboard.press('ArrowLeft');
    await test.step(`back after a click on ${what}`, () => expectSettled(page, after - 1));
    await page.keyboard.press('Space');
    await expectSettled(page, after);
    await page.keyboard.press('n');
    await expectSettled(page, after + 1);
  }
});

/** Text of the demo, the stop that prints it, and its role in the story. */
const ROLES_ON_STAGE = [
  [5, '✓ Token received from Cognito', 'ok'],
  [5, '... (OAuth flow completed in browser)', 'dim'],
  [1, 'Server returned: 401 Unauthorized', 'error'],
  [1, 'Agent:', 'agent'],
  [8, '✗ Forbidden — missing required scope', 'error'],
  [6, '✓ Returned for dev@example.com', 'ok'],
] as const;

test('text in the terminal has the colour of its role, and a faded one when it is old, in both themes', async ({ page }) => {
  await openStop(page, 0);
  const colourOf = (text: string): Promise<string> =>
    page
      .locator('.xterm-rows span', { hasText: text.slice(0, 24) })
      .last()
      .evaluate((span) => getComputedStyle(span).color);
  const rgb = (hex: string): string => `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;
  for (const theme of ['dark', 'light'] as const) {
    const { roles, window } = palettes[theme];
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    for (const [stop, text, role] of ROLES_ON_STAGE) {
      await jumpTo(page, stop);
      await expect.poll(() => colourOf(text), `${text}, ${theme}`).toBe(rgb(roles[role]));
    }
    await page.keyboard.press('ArrowRight');
    await expectSettled(page, 7);
    await expect.poll(() => colourOf('✓ Returned for dev@example.com'), `old text, ${theme}`).toBe(rgb(fade(roles.ok, { window })));
    await page.keyboard.press('d');
  }
});

test.describe('a screen that is lower than its stop', () => {
  test.use({ viewport: { width: 844, height: 300 } });
  test('has the rows above to scroll back to, also while a spinner turns', async ({ page }) => {
    // Going back to it writes the rows in view first.
    await openStop(page, 2, { motion: true });
    await page.keyboard.press('ArrowLeft');
    await expectSettled(page, 1);
    const cue = page.locator('.terminal__cue');
    await expect(cue).toBeVisible();
    await cue.click();
    await expect(page.locator('.xterm-rows > div').filter({ hasText: '▎' }).first()).not.toHaveText(/Waiting/u);
    await expect(cue).toHaveCount(0);
  });
});
