import { expect, test, type Page } from '@playwright/test';
import { axeViolations } from '../support/axe';
import { LAST_STOP } from '../support/demoScript';
import { expectSettled, expectStop } from '../support/page';
import { openDevice, startRelayTalk, type RelayTalk } from '../support/relayTalk';
import { expectBoth, expectUnmoved, openSpeaker } from '../support/speakerWindow';

let talk: RelayTalk;

test.beforeEach(async () => {
  talk = await startRelayTalk('dist');
});
test.afterEach(() => talk.close());

async function openStage(page: Page): Promise<void> {
  await page.goto(talk.stageUrl());
  await expectStop(page, 0);
  await expect(page).not.toHaveURL(/relay=/u);
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
  await talk.disconnect();
  await expect(phone.getByText('Reconnecting…')).toBeVisible();
  await expect(next).toBeDisabled();
  expect(await page.locator('.status-bar').textContent()).toBe(footer);
  await page.keyboard.press('ArrowRight');
  await expectBoth(page, speaker, 2);
  await talk.reconnect();
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
  const standby = await openDevice(browser, talk.relay.invite('standby', {}), { width: 1280, height: 720 });
  const phone = await openDevice(browser, talk.relay.invite('phone', {}));
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
  await talk.disconnect();
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
