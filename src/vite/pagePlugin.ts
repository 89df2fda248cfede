import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { Plugin, Rolldown } from 'vite';
import type { Story } from '../core/story';
import { uncovered } from '../fonts/coverage.ts';
import { facesOf, firstFaces, firstFiles } from '../fonts/listStoryFonts.ts';
import { inlineStyles, preloadTags } from './assets.ts';
import { fingerprintOf, fingerprintTag } from './fingerprint.ts';
import { attributes, fill, metaTags, type About, type Picture } from './html.ts';
import { overlayOf } from './errorOverlay.ts';
import { getPainter } from './rasterizer.ts';
import { drawCard, prerender } from './prerender.ts';
import { ROOT } from '../project/root.ts';
import { bundleBootScript } from './bundleScripts.ts';
import { icons, manifest, siteAddress, tabIcon, type SiteFile } from './siteFiles.ts';
import type { StorySource } from './storyLoader';

/** Where the dev server has the boot script. */
const BOOT_URL = '/@understudy/boot.js';
const FAVICON = path.join(ROOT, 'public/favicon.svg');

/** The names of the font files the first stop is set in: bundled ones, and the story's own. */
const firstFonts = (story: Story): string[] => [...firstFiles(story), ...firstFaces(story, facesOf(story)).map(({ name }) => name)];

/** Writes the page: title and description, the boot script, the first stop already rendered, the story as text. */
export function page(source: StorySource): Plugin {
  let isBuild = false;
  let isStandalone = false;
  let warn: (message: string) => void = () => {};
  /** Files that are known once the page is. */
  let files: readonly SiteFile[] = [];

  /** The boot script, the sign in the tab, and what is to be loaded early. */
  const links = async (bundle: Rolldown.OutputBundle | undefined, story: Story | undefined): Promise<string[]> => {
    const id = { 'data-story': story?.id ?? '' };
    if (!bundle || !story) return ['<link rel="icon" href="/favicon.svg" />', `<script${attributes({ src: BOOT_URL, ...id })}></script>`];
    const sign = tabIcon(await readFile(FAVICON, 'utf8'), await getPainter(story));
    const boot = `<script${attributes(id)}>${await bundleBootScript()}</script>`;
    return isStandalone ? [sign, boot] : [sign, ...ICONS, boot, ...preloadTags(bundle, firstFonts(story))];
  };

  /** Draws what a site has beside its page, and returns the picture of a shared link. */
  const draw = async (about: Pick<Story, 'title' | 'description' | 'lang' | 'direction'>): Promise<Picture> => {
    await source.ready();
    if (!source.story) throw source.error ?? new Error('There is no story to draw.');
    const painter = await getPainter(source.story);
    const { svg, width, height } = await drawCard(source, painter);
    const card = painter.png(svg, width);
    const missing = uncovered(svg.replaceAll(/<[^>]*>|\p{Cf}/gu, ' '), 'Understudy Sans');
    if (missing.length > 0)
      warn(
        `The picture of shared links leaves out ${named(missing)}: no font of the build has them. The page itself takes them from each visitor’s machine.`,
      );
    const fileName = `assets/card-${createHash('sha256').update(card).digest('hex').slice(0, 8)}.png`;
    files = [{ fileName, source: card }, manifest(about), ...icons(await readFile(FAVICON, 'utf8'), painter)];
    return { fileName, width, height };
  };

  return {
    name: 'understudy:page',

    configResolved({ command, mode, logger }) {
      warn = (message) => logger.warn(message);
      isBuild = command === 'build';
      isStandalone = mode === 'standalone';
    },

    configureServer({ middlewares }) {
      middlewares.use(BOOT_URL, (_, response, next) => {
        const send = (code: string) => response.setHeader('Content-Type', 'text/javascript').end(code);
        bundleBootScript().then(send, next);
      });
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
        const { head } = rendered;
        const about: About | undefined = head && {
          ...head,
          address: isStandalone ? undefined : siteAddress(head, process.env['SITE_URL']),
          picture: isBuild && !isStandalone ? await draw(head) : undefined,
        };
        return fill(bundle && !isStandalone ? inlineStyles(html, bundle) : html, {
          html: { lang: story?.lang ?? 'en', ...(story?.direction && { dir: story.direction }), ...rendered.attributes },
          head: [
            ...(about ? metaTags(about) : []),
            ...(bundle && story ? [fingerprintTag(await fingerprintOf(story, source.wire))] : []),
            ...(await links(bundle, story)),
          ],
          app: rendered.html,
          transcript: rendered.transcript,
        });
      },
    },

    generateBundle: {
      order: 'post',
      handler() {
        for (const file of files) this.emitFile({ type: 'asset', ...file });
      },
    },
  };
}

/** Most characters that are named; a text in another script has no use for a list of hundreds. */
const NAMED = 5;

function named(characters: readonly string[]): string {
  const more = characters.length - NAMED;
  return `${characters.slice(0, NAMED).join(' ')}${more > 0 ? ` and ${more} more characters` : ''}`;
}

/** What home screens take. */
const ICONS = ['<link rel="apple-touch-icon" href="./apple-touch-icon.png" />', '<link rel="manifest" href="./manifest.webmanifest" />'];
