import type { Browser } from 'playwright-core';
import type { CaptureAssets } from './captureAssets';

/**
 * Draws pictures in formats that a story does not show, such as icons and moving drawings, and takes the drawing instead. Returns the
 * addresses of those that cannot be drawn.
 */
export async function convertPictures(browser: Browser, assets: CaptureAssets): Promise<readonly string[]> {
  if (assets.refused.size === 0) return [];
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    for (const [address, bytes] of assets.refused) {
      const isSvg = /<svg[\s>]/iu.test(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'));
      const source = `data:${isSvg ? 'image/svg+xml' : 'image/x-icon'};base64,${Buffer.from(bytes).toString('base64')}`;
      const drawn = await page.evaluate(drawPicture, source);
      if (drawn !== undefined) assets.replace(address, Buffer.from(drawn, 'base64'));
    }
  } finally {
    await context.close();
  }
  return [...assets.refused.keys()];
}

/** Returns a picture as PNG in base64, with two pixels for each of its own. Runs in a page. */
async function drawPicture(source: string): Promise<string | undefined> {
  const image = Object.assign(new Image(), { src: source });
  try {
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth * 2, image.naturalHeight * 2];
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL().replace(/^[^,]*,/u, '');
  } catch {
    return undefined;
  }
}
