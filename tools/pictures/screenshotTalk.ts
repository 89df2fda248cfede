import type { Browser, Page } from '@playwright/test';
import { deviceLink } from '../../src/relay/links';
import { Relay } from '../../src/relay/relay';
import { loadSite } from '../../src/relay/site';
import { LOOPBACK, startTalkServer } from '../../src/relay/talkServer';

/** Passes screenshots of a talk that is presented to `take`: what points at the stage, the speaker window in a detour, a phone. */
export async function screenshotTalk(browser: Browser, dist: string, take: (name: string, page: Page) => Promise<void>): Promise<void> {
  let port = 0;
  const relay = new Relay({ linkFor: (view, code) => deviceLink(`${LOOPBACK}:${port}`, 'talk', view, code) });
  const server = await startTalkServer({ site: await loadSite(dist), relay, addresses: [LOOPBACK], port });
  ({ port } = server);
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, serviceWorkers: 'block' });
  try {
    const stage = await context.newPage();
    await stage.goto(`http://${LOOPBACK}:${port}/?motion=off&session=talk#relay=${relay.presenterToken}`);
    await settled(stage);
    await goTo(stage, '2.2');
    await stage.locator('.pointing').waitFor({ state: 'attached' });
    await stage.mouse.move(420, 330);
    await stage.keyboard.press('u');
    await stage.mouse.move(430, 340);
    await take('spotlight', stage);
    await stage.keyboard.press('Escape');

    await goTo(stage, '5.2');
    const [speaker] = await Promise.all([context.waitForEvent('page'), stage.keyboard.press('s')]);
    await speaker.setViewportSize({ width: 1366, height: 768 });
    await speaker.getByText('Stage connected').waitFor();
    await take('speaker-detour', speaker);

    const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })).newPage();
    await phone.goto(relay.invite('phone', {}));
    await phone.getByRole('button', { name: 'Next', exact: true }).waitFor();
    await take('phone', phone);
    await phone.context().close();
  } finally {
    await context.close();
    relay.close();
    await server.close();
  }
}

async function settled(page: Page): Promise<void> {
  await page.waitForSelector('html[data-state="settled"]');
  await page.evaluate(() => document.fonts.ready);
}

/** Goes to the stop with a number, as a presenter types it. */
async function goTo(page: Page, number: string): Promise<void> {
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  await settled(page);
}
