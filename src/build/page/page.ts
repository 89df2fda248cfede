import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { facesOf, firstFaces } from '../fonts/faces.ts';
import { assetFile, preloadTags } from './assets.ts';
import { bundleBootScript } from './boot-script.ts';
import { fill, metaTags } from './html.ts';
import { overlayOf } from './overlay.ts';
import { prerender } from './prerender.ts';
import { ROOT } from './root.ts';
import type { StorySource } from './story-source';

const BOOT = 'boot.js';
/** Where the dev server has the boot script. */
const BOOT_URL = `/@understudy/${BOOT}`;

/** Writes the page: title and description, the boot script, the first stop already rendered, the story as text. */
export function page(source: StorySource): Plugin {
  let isBuild = false;
  let isStandalone = false;

  /** Links to the boot script and the sign in the tab: files beside the page, or all of it in the page. */
  const links = async (bundle: Rolldown.OutputBundle | undefined): Promise<string[]> => {
    if (!bundle) return [icon('/favicon.svg'), script(BOOT_URL)];
    if (!isStandalone) return [icon('./favicon.svg'), script(`./${assetFile(bundle, BOOT)}`), ...preloadTags(bundle, source.story ? firstFaces(source.story, facesOf(source.story)) : [])];
    const sign = await readFile(path.join(ROOT, 'public/favicon.svg'), 'base64');
    return [icon(`data:image/svg+xml;base64,${sign}`), `<script>${await bundleBootScript()}</script>`];
  };

  return {
    name: 'understudy:page',

    configResolved({ command, mode }) {
      isBuild = command === 'build';
      isStandalone = mode === 'standalone';
    },

    configureServer({ middlewares }) {
      middlewares.use(BOOT_URL, (_, response, next) => {
        const send = (code: string) => response.setHeader('Content-Type', 'text/javascript').end(code);
        bundleBootScript().then(send, next);
      });
    },

    async buildStart() {
      if (isBuild && !isStandalone) this.emitFile({ type: 'asset', name: BOOT, source: await bundleBootScript() });
    },

    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle, server }) {
        const rendered = await prerender(source, server).catch((error: Error) => {
          if (!server) throw error;
          // The page comes up all the same, with what is wrong with it.
          overlayOf(server).showNext(error);
          return { html: '', transcript: '', attributes: {}, head: source.story };
        });
        const { story } = source;
        return fill(html, {
          html: { lang: story?.lang ?? 'en', ...rendered.attributes },
          head: [...(rendered.head ? metaTags(rendered.head) : []), ...(await links(bundle))],
          app: rendered.html,
          transcript: rendered.transcript,
        });
      },
    },
  };
}

function icon(address: string): string {
  return `<link rel="icon" type="image/svg+xml" href="${address}" />`;
}

function script(address: string): string {
  return `<script src="${address}"></script>`;
}
