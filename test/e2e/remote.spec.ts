import { expect, test, type Browser, type Page } from '@playwright/test';
import { Relay } from '../../src/relay/relay';
import { deviceLink } from '../../src/relay/links';
import { loadSite, type Site } from '../../src/relay/site';
import { LOOPBACK, startTalkServer, type TalkServer } from '../../src/relay/talkServer';
import { axeViolations } from '../support/axe';
import { LAST_STOP } from '../support/demoScript';
import { expectSettled, expectStop } from '../support/page';
import { expectBoth, expectUnmoved, openSpeaker } from '../support/speakerWindow';

let site: Site;
let relay: Relay;
let server: TalkServer;
let port = 0;

test.beforeAll(async () => {
  site = await loadSite('dist');
});
test.beforeEach(async () => {
  port = 0;
  relay = new Relay({ linkFor: (view, code) => deviceLink(`${LOOPBACK}:${port}`, 'talk', view, code) });
  await listen();
});
test.afterEach(async () => {
  relay.close();
  await server.close();
});

async function listen(): Promise<void> {
  server = await startTalkServer({ site, relay, addresses: [LOOPBACK], port });
  ({ port } = server);
}

async function openStage(page: Page): Promise<void> {
  await page.goto(`http://${LOOPBACK}:${port}/?session=talk&motion=off#relay=${relay.presenterToken}`);
  await expectStop(page, 0);
  await expect(page).not.toHaveURL(/relay=/u);
}

/** Opens a link on another device: a browser of its own, which shares neither storage nor channels. */
async function openDevice(browser: Browser, url: string, size = { width: 390, height: 844 }): Promise<Page> {
  const context = await browser.newContext({ viewport: size, hasTouch: true, reducedMotion: 'reduce', serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(url);
  await expect(page).not.toHaveURL(/pair=/u);
  return page;
}

test('a phone drives the talk, survives a lost network, and is removed', async ({ page, browser }) => {
  await openStage(page);
  const speaker = await openSpeaker(page);
  await speaker.getByRole('button', { name: 'Devices' }).click();
  await expect(speaker.getByRole('img', { name: 'QR code' })).toBeVisible();
  expect(await axeViolations(speaker)).toEqual([]);
  const link = (await speaker.locator('.speaker-devices__link').textContent()) ?? '';
  const phone = await openDevice(browser, link);
  const next = phone.getByRole('button', { name: 'Next', exact: true });
  await next.tap();
  await expectBoth(page, speaker, 1);
  await expectStop(phone, 1);
  const box = (await next.boundingBox())!;
  expect((box.width * box.height) / (390 * 844)).toBeGreaterThan(1 / 3);
  expect(await axeViolations(phone)).toEqual([]);
  await expect(speaker.getByText(/^Phone — /u)).toBeVisible();

  // The code has paired this phone, so its link is no longer shown, and pairs no second one.
  await expect(speaker.locator('.speaker-devices__link')).not.toHaveText(link);
  const second = await openDevice(browser, link);
  await expect(second.getByText('This code has paired a device already.')).toBeVisible();
  await second.context().close();

  // The network is gone: the stage plays on, and says nothing to the room.
  const footer = await page.locator('.status-bar').textContent();
  await server.close();
  await expect(phone.getByText('Reconnecting…')).toBeVisible();
  await expect(next).toBeDisabled();
  expect(await page.locator('.status-bar').textContent()).toBe(footer);
  await page.keyboard.press('ArrowRight');
  await expectBoth(page, speaker, 2);
  await listen();
  await expectStop(phone, 2);
  await next.tap();
  await expectBoth(page, speaker, 3);

  await speaker.getByRole('button', { name: /^Remove Phone/u }).click();
  await expect(phone.getByText('The presenter has removed this device.')).toBeVisible();
  await phone.reload();
  await expect(phone.getByText('This page belongs to no talk.')).toBeVisible();
  await expectUnmoved(page, 3);
  await phone.context().close();
});

test('a standby stage follows the stage, and takes over with one press once that is gone', async ({ page, browser }) => {
  await openStage(page);
  const standby = await openDevice(browser, relay.invite('standby', {}), { width: 1280, height: 720 });
  const phone = await openDevice(browser, relay.invite('phone', {}));
  const next = phone.getByRole('button', { name: 'Next', exact: true });
  await expect(standby.getByText('Standing by')).toBeVisible();
  await next.tap();
  await expectStop(page, 1);
  await expectStop(standby, 1);
  await standby.keyboard.press('ArrowRight');
  await expectUnmoved(standby, 1);
  await page.close();
  await expect(standby.getByText('The stage does not answer')).toBeVisible();
  await expectUnmoved(standby, 1);
  await standby.keyboard.press('ArrowRight');
  await expect(standby.getByText('The stage does not answer')).toBeHidden();
  await expectUnmoved(standby, 1);
  await next.tap();
  await expectStop(standby, 2);
  // The first computer is gone, and the server and the relay with it.
  await server.close();
  await standby.keyboard.press('End');
  await expectSettled(standby, LAST_STOP);
  await Promise.all([standby, phone].map((each) => each.context().close()));
});

test('a page without a relay neither asks for one nor loads anything for it', async ({ page }) => {
  const asked: string[] = [];
  page.on('websocket', (socket) => asked.push(socket.url()));
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('./?motion=off');
  await expectStop(page, 0);
  const speaker = await openSpeaker(page);
  await expect(speaker.getByRole('button', { name: 'Devices' })).toHaveCount(0);
  expect(asked.filter((address) => /relay|phone/iu.test(address))).toEqual([]);
});
