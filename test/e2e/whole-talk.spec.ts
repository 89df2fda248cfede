import { expect, test, type Page } from '@playwright/test';
import { buildExample } from '../support/presentTalk';
import { expectSettled, expectStop } from '../support/page';
import { openDevice, startRelayTalk, type RelayTalk } from '../support/relayTalk';
import { openSpeaker } from '../support/speakerWindow';

/** The example with a detour and optional scenes, presented from a stage, a speaker window and a phone. */
let talk: RelayTalk;

test.beforeAll(async () => {
  talk = await startRelayTalk(await buildExample('product', 'test-results/whole-talk'));
});
test.afterAll(() => talk.close());

/** Stops of the example: those of the scene that types a command, and the end. */
const [SHIPPED, WAITS, LAST] = [11, 12, 19];
/** Stops of the optional scene that is dropped, all of them after {@link WAITS}. */
const DROPPED = 2;

test('a talk is pointed at, typed by hand, left for a question, cut short and cut off, on three screens', async ({
  page,
  browser,
}, info) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(talk.stageUrl({ motion: true }));
  await expectSettled(page, 0);
  const speaker = await openSpeaker(page);
  await speaker.setViewportSize({ width: 1366, height: 768 });
  const phone = await openDevice(browser, talk.relay.invite('phone', {}));
  const screens = { stage: page, speaker, phone };
  /** Takes a picture of each screen, to be looked at. */
  const picture = async (name: string): Promise<void> => {
    for (const [screen, each] of Object.entries(screens)) await each.screenshot({ path: info.outputPath(`${name}-${screen}.png`) });
  };
  const expectAll = async (stop: number): Promise<void> => {
    for (const each of Object.values(screens)) await expectStop(each, stop);
  };
  const tap = (name: string): Promise<void> => phone.getByRole('button', { name, exact: true }).tap();

  // The phone begins the talk, and its finger is a laser in the room.
  await tap('Next');
  await expectAll(1);
  await tap('Laser');
  const dot = page.locator('.pointing__dot');
  await expect(dot).toBeAttached();
  await dragOn(phone);
  await expect(dot).toBeVisible();
  await picture('1-laser');
  await tap('Next');
  await expectAll(2);
  await expect(dot).toHaveCount(0);

  // The speaker zooms on the picture; the room sees it larger.
  const row = page.frameLocator('main iframe:not(.capture__frame--ahead)').getByText('Tomas Lindqvist');
  const width = async (): Promise<number> => (await row.boundingBox())!.width;
  await expectSettled(page, 2);
  const before = await width();
  await speaker.getByRole('button', { name: /^Zoom/u }).click();
  await expect.poll(width).toBeGreaterThan(before * 1.4);
  await picture('2-zoom');
  await speaker.keyboard.press('Escape');
  await expect.poll(width).toBe(before);

  // A command is typed by hand, with any keys.
  await page.bringToFront();
  await page.keyboard.type(String(5));
  await page.keyboard.press('Enter');
  await expectAll(SHIPPED);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('t');
  await page.keyboard.press('ArrowRight');
  const terminal = page.locator('.xterm-rows').first();
  await expect(terminal).toContainText('~/fernway $');
  await page.keyboard.press('k');
  await expect(terminal).toContainText(/\$ f/u);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'playing');
  await picture('3-typed');
  await page.keyboard.type('wrong keys do no harm'.repeat(2));
  await expect(terminal).toContainText('fern rules deploy');
  await page.keyboard.press('Enter');
  await expectSettled(page, SHIPPED);
  await page.keyboard.press('t');
  await page.keyboard.press('ArrowRight');
  await expectAll(WAITS);

  // A question from the room: a detour, and back to the same stop.
  await speaker.getByRole('button', { name: 'What if it goes wrong?' }).first().click();
  await expect(page).toHaveURL(/#\/rollback/u);
  await expect(phone.getByRole('button', { name: 'Back', exact: true })).toBeVisible();
  await expect(terminal).toContainText('rollback');
  await picture('4-detour');
  await tap('Back');
  await expectAll(WAITS);
  await expectSettled(page, WAITS);

  // Time is short: the speaker drops a scene of two stops.
  await speaker.getByRole('button', { name: /^Drop all of What it changed/u }).click();
  for (const each of [page, speaker]) await expect(each.locator('html')).toHaveAttribute('data-stops', String(LAST + 1 - DROPPED));
  await expectAll(WAITS);
  await picture('5-dropped');

  // The network is pulled: the stage goes on, and the phone comes back by itself.
  await talk.disconnect();
  await expect(phone.getByRole('button', { name: 'Next', exact: true })).toBeDisabled();
  await page.keyboard.press('PageDown');
  await expectStop(page, WAITS + 1);
  await picture('6-cut-off');
  await talk.reconnect();
  await expectAll(WAITS + 1);

  await page.keyboard.press('End');
  await expectAll(LAST - DROPPED);
  await expect(page).toHaveURL(/#\/thanks/u);
  await picture('7-end');
  await phone.context().close();
});

/** Moves a finger over the picture on the phone. */
async function dragOn(phone: Page): Promise<void> {
  const box = (await phone.locator('.phone__picture').boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await phone.mouse.move(x, y);
  await phone.mouse.down();
  for (let step = 1; step <= 4; step += 1) await phone.mouse.move(x + step * 8, y + step * 4);
}
