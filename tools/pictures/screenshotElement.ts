import type { Browser } from 'playwright-core';

/** An article with the element, once light and once dark. */
const ARTICLE = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>An article</title>
  <style>
    body { display: grid; grid-template-columns: 1fr 1fr; margin: 0; font: 18px/1.6 'Understudy Sans', sans-serif }
    article { padding: 8px 36px; background: light-dark(#fff, #16161e); color: light-dark(#222, #ddd) }
    understudy-demo { border-radius: 12px }
    understudy-demo::before { padding-top: 75% }
  </style>
  <article style="color-scheme: light">
    <h2>Who may read this page?</h2>
    <p>The agent asks for a tool that its user has no scope for. This is the answer it gets:</p>
    <understudy-demo src="./?motion=off" stop="comparison/3" theme="auto"></understudy-demo>
    <p>Go on with the arrows below it.</p>
  </article>
  <article style="color-scheme: dark">
    <h2>Who may read this page?</h2>
    <p>The agent asks for a tool that its user has no scope for. This is the answer it gets:</p>
    <understudy-demo src="./?motion=off" stop="comparison/3" theme="auto"></understudy-demo>
    <p>Go on with the arrows below it.</p>
  </article>
  <script src="./element.js"></script>
</html>`;

/** Screenshots two elements in an article beside the build that is served at `url`. */
export async function screenshotElement(browser: Browser, url: string): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const address = new URL('article.html', url).href;
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: ARTICLE }));
  await page.goto(address);
  for (const demo of await page.locator('understudy-demo').all()) {
    const frame = demo.locator('iframe').contentFrame();
    await demo.evaluate((element: HTMLElementTagNameMap['understudy-demo']) => element.start());
    await frame.locator('html[data-embed="open"][data-state="settled"]').waitFor();
  }
  const png = await page.screenshot();
  await page.close();
  return png;
}
