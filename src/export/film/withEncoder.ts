import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { FileHandle } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { writeAt } from '../atomicWrite';
import type { Size } from '../options';
import { createPageEncoder, type EncoderOptions } from './encoderPage';

/** The address of the page that encodes. It is never fetched, and is a secure context, which WebCodecs needs. */
const ADDRESS = 'https://film.invalid/';

const PAGE = `<!doctype html><title>Film</title>
<script type="module">import * as mediabunny from './mediabunny.mjs'; window.mediabunny = mediabunny;</script>`;

const LIBRARY = path.join(path.dirname(createRequire(import.meta.url).resolve('mediabunny')), 'mediabunny.min.mjs');

export interface FilmEncoder {
  /** Adds a frame: a PNG in base64, or undefined for the picture before. Resolves when it can take the next one. */
  add(picture: string | undefined, isKey: boolean): Promise<void>;
}

/**
 * Runs `work` with an encoder in a page of its own and writes the film into `file` meanwhile.
 * @throws what writing throws, and with the message `missing` if the browser has no such encoder
 */
export async function withEncoder(
  browser: Browser,
  file: FileHandle,
  { missing, ...options }: EncoderOptions & Size & { readonly missing: string },
  work: (encoder: FilmEncoder) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage();
  let failure: unknown;
  try {
    await page.route(`${ADDRESS}**`, async (route) =>
      new URL(route.request().url()).pathname === '/'
        ? route.fulfill({ contentType: 'text/html', body: PAGE })
        : route.fulfill({ contentType: 'text/javascript', body: await readFile(LIBRARY) }),
    );
    await page.exposeFunction('writeFilm', async (position: number, base64: string) => {
      try {
        await writeAt(file, Buffer.from(base64, 'base64'), position);
      } catch (error) {
        failure = error;
        throw error;
      }
    });
    await page.goto(ADDRESS);
    const encoder = await page.evaluateHandle(createPageEncoder, options);
    if (await encoder.evaluate((made) => made === undefined)) throw new Error(missing);
    // A frame is encoded while the next one is drawn.
    let encoding: Promise<void> = Promise.resolve();
    const add: FilmEncoder['add'] = async (picture, isKey) => {
      await encoding;
      encoding = encoder.evaluate((made, [data, key]) => made!.add(data ?? undefined, key), [picture ?? null, isKey] as const);
      encoding.catch(() => {});
    };
    await work({ add });
    await encoding;
    await encoder.evaluate((made) => made!.finish());
  } catch (error) {
    throw failure ?? error;
  } finally {
    await page.close();
  }
}
