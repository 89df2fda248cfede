import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { Plugin, Rolldown } from 'vite';
import type { Story } from '../core/story';
import { uncoveredClusters } from '../fonts/coverage.ts';
import { listStoryFonts, fontsOfFirstStop, bundledFilesOfFirstStop } from '../fonts/listStoryFonts.ts';
import { inlineStyleSheet, preloadTags } from './assets.ts';
import { computeFingerprint, fingerprintTag } from './fingerprint.ts';
import { formatAttributes, fillTemplate, metaTags, type PageMetadata, type ShareImage } from './html.ts';
import { errorOverlayOf } from './errorOverlay.ts';
import { createRasterizer } from './rasterizer.ts';
import { renderCard, prerender } from './prerender.ts';
import { ROOT } from '../project/root.ts';
import { bundleBootScript } from './bundleScripts.ts';
import { iconFiles, webManifest, siteUrl, faviconTag, type SiteFile } from './siteFiles.ts';
import type { StoryLoader } from './storyLoader';

/** Where the dev server has the boot script. */
const BOOT_SCRIPT_URL = '/@understudy/boot.js';
const FAVICON_FILE = path.join(ROOT, 'public/favicon.svg');

/** The names of the font files the first stop is set in: bundled ones, and the story's own. */
const firstStopFonts = (story: Story): string[] => [
  ...bundledFilesOfFirstStop(story),
  ...fontsOfFirstStop(story, listStoryFonts(story)).map(({ name }) => name),
];

/** Writes the page: title and description, the boot script, the first stop already rendered, the story as text. */
export function pagePlugin(source: StoryLoader): Plugin {
  let isBuild = false;
  let isStandalone = false;
  let warn: (message: string) => void = () => {};
  /** Files that are known once the page is. */
  let siteFiles: readonly SiteFile[] = [];

  /** The boot script, the sign in the tab, and what is to be loaded early. */
  const headTags = async (bundle: Rolldown.OutputBundle | undefined, story: Story | undefined): Promise<string[]> => {
    const id = { 'data-story': story?.id ?? '' };
    if (!bundle || !story)
      return ['<link rel="icon" href="/favicon.svg" />', `<script${formatAttributes({ src: BOOT_SCRIPT_URL, ...id })}></script>`];
    const sign = faviconTag(await readFile(FAVICON_FILE, 'utf8'), await createRasterizer(story));
    const boot = `<script${formatAttributes(id)}>${await bundleBootScript()}</script>`;
    return isStandalone ? [sign, boot] : [sign, ...ICON_TAGS, boot, ...preloadTags(bundle, firstStopFonts(story))];
  };

  /** Draws what a site has beside its page, and returns the picture of a shared link. */
  const renderSiteFiles = async (metadata: Pick<Story, 'title' | 'description' | 'lang' | 'direction'>): Promise<ShareImage> => {
    await source.ready();
    if (!source.story) throw source.error ?? new Error('There is no story to draw.');
    const painter = await createRasterizer(source.story);
    const { svg, width, height } = await renderCard(source, painter);
    const card = painter.renderPng(svg, width);
    const missing = uncoveredClusters(svg.replaceAll(/<[^>]*>|\p{Cf}/gu, ' '), 'Understudy Sans');
    if (missing.length > 0)
      warn(
        `The picture of shared links leaves out ${listCharacters(missing)}: no font of the build has them. The page itself takes them from each visitor’s machine.`,
      );
    const fileName = `assets/card-${createHash('sha256').update(card).digest('hex').slice(0, 8)}.png`;
    siteFiles = [{ fileName, source: card }, webManifest(metadata), ...iconFiles(await readFile(FAVICON_FILE, 'utf8'), painter)];
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
      middlewares.use(BOOT_SCRIPT_URL, (_, response, next) => {
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
          errorOverlayOf(server).showOnNextPage(error);
          return { html: '', transcript: '', attributes: {}, head: source.story };
        });
        const { story } = source;
        const { head } = rendered;
        const metadata: PageMetadata | undefined = head && {
          ...head,
          url: isStandalone ? undefined : siteUrl(head, process.env['SITE_URL']),
          shareImage: isBuild && !isStandalone ? await renderSiteFiles(head) : undefined,
        };
        return fillTemplate(bundle && !isStandalone ? inlineStyleSheet(html, bundle) : html, {
          html: { lang: story?.lang ?? 'en', ...(story?.direction && { dir: story.direction }), ...rendered.attributes },
          head: [
            ...(metadata ? metaTags(metadata) : []),
            ...(bundle && story ? [fingerprintTag(await computeFingerprint(story, source.wire))] : []),
            ...(await headTags(bundle, story)),
          ],
          app: rendered.html,
          transcript: rendered.transcript,
        });
      },
    },

    generateBundle: {
      order: 'post',
      handler() {
        for (const file of siteFiles) this.emitFile({ type: 'asset', ...file });
      },
    },
  };
}

/** Most characters that are named; a text in another script has no use for a list of hundreds. */
const MAX_LISTED = 5;

function listCharacters(characters: readonly string[]): string {
  const more = characters.length - MAX_LISTED;
  return `${characters.slice(0, MAX_LISTED).join(' ')}${more > 0 ? ` and ${more} more characters` : ''}`;
}

/** What home screens take. */
const ICON_TAGS = [
  '<link rel="apple-touch-icon" href="./apple-touch-icon.png" />',
  '<link rel="manifest" href="./manifest.webmanifest" />',
];
