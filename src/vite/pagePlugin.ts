import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';
import type { Story } from '../core/story';
import { uncoveredClusters } from '../fonts/coverage.ts';
import { listStoryFonts, fontsOfFirstStop, bundledFilesOfFirstStop } from '../fonts/listStoryFonts.ts';
import { inlineStyleSheet, preloadTags } from './assets.ts';
import { inlineAssets } from './assetsPlugin.ts';
import { computeFingerprint, fingerprintTag } from './fingerprint.ts';
import { fillTemplate, metaTags, type PageMetadata, type ShareImage } from './html.ts';
import { errorOverlayOf } from './errorOverlay.ts';
import { createRasterizer } from './rasterizer.ts';
import { renderCard, prerender } from './prerender.ts';
import { ROOT } from '../project/project.mjs';
import { bundleBootScript, bundleElement } from './bundleScripts.ts';
import { iconFiles, webManifest, siteUrl, faviconTag, type SiteFile } from './siteFiles.ts';
import type { StoryLoader } from './storyLoader';

/** The boot script's address on the dev server. */
const BOOT_SCRIPT_URL = '/@understudy/boot.js';
const FAVICON_FILE = path.join(ROOT, 'public/favicon.svg');

/** Browsers look for the charset in the first kilobyte of the page. */
const FIRST_TAGS: readonly HtmlTagDescriptor[] = [
  { tag: 'meta', attrs: { charset: 'utf-8' } },
  { tag: 'meta', attrs: { name: 'viewport', content: 'width=device-width, initial-scale=1' } },
];

const HOME_SCREEN_TAGS: readonly HtmlTagDescriptor[] = [
  { tag: 'link', attrs: { rel: 'apple-touch-icon', href: './apple-touch-icon.png' } },
  { tag: 'link', attrs: { rel: 'manifest', href: './manifest.webmanifest' } },
];

/** Returns the names, without extension, of the font files that the first stop uses: bundled ones, the story's and its theme's. */
function firstStopFonts(story: Story, themeFonts: StoryLoader['themeFonts']): string[] {
  const isReplaced = (name: string): boolean => themeFonts.some((font) => font.name.startsWith(`theme-${name.split('-')[0]}`));
  return [
    ...bundledFilesOfFirstStop(story).filter((name) => !isReplaced(name)),
    ...themeFonts.map(({ name }) => name),
    ...fontsOfFirstStop(story, listStoryFonts(story)).map(({ name }) => name),
  ];
}

/** Fills in index.html with metadata, boot script, first stop and transcript. Adds icons, manifest and the picture of shared links. */
export function pagePlugin(source: StoryLoader, publishedUrl?: string, base?: string): Plugin {
  let isBuild = false;
  let isStandalone = false;
  let warn: (message: string) => void = () => {};
  let siteFiles: readonly SiteFile[] = [];

  const scriptAndIconTags = async (bundle: Rolldown.OutputBundle | undefined, story: Story | undefined): Promise<HtmlTagDescriptor[]> => {
    const boot = { tag: 'script', attrs: { 'data-story': story?.id ?? '' } };
    if (!bundle || !story)
      return [
        { tag: 'link', attrs: { rel: 'icon', href: './favicon.svg' } },
        { ...boot, attrs: { src: BOOT_SCRIPT_URL, ...boot.attrs } },
      ];
    const favicon = faviconTag(await readFile(FAVICON_FILE, 'utf8'), await createRasterizer(story));
    const inlineBoot = { ...boot, children: await bundleBootScript() };
    if (isStandalone) return [favicon, inlineBoot];
    return [
      favicon,
      ...HOME_SCREEN_TAGS,
      inlineBoot,
      ...preloadTags(bundle, firstStopFonts(story, source.themeFonts), source.usesTerminal),
    ];
  };

  /** Renders {@link siteFiles}. Returns the picture of shared links, which is one of them. */
  const renderSiteFiles = async (metadata: PageMetadata): Promise<ShareImage> => {
    const rasterizer = await createRasterizer(await source.lastGoodStory());
    const { svg, width, height } = await renderCard(source, rasterizer);
    const card = rasterizer.renderPng(svg, width);
    const missing = uncoveredClusters(svg.replaceAll(/<[^>]*>|\p{Cf}/gu, ' '), 'Understudy Sans');
    if (missing.length > 0)
      warn(
        `The picture of shared links leaves out ${listCharacters(missing)}: no font of the build has them. ` +
          'The page itself takes them from each visitor’s machine.',
      );
    const fileName = `assets/card-${createHash('sha256').update(card).digest('hex').slice(0, 8)}.png`;
    siteFiles = [
      { fileName, source: card },
      { fileName: 'element.js', source: await bundleElement() },
      webManifest(metadata),
      ...iconFiles(await readFile(FAVICON_FILE, 'utf8'), rasterizer),
    ];
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
          // The dev server serves the page anyway, and the overlay shows the error.
          errorOverlayOf(server).showOnNextPage(error);
          return { html: '', transcript: '', attributes: {}, head: source.story };
        });
        const { story } = source;
        const { head } = rendered;
        const metadata: PageMetadata | undefined = head && {
          ...head,
          url: isStandalone ? undefined : siteUrl(head, publishedUrl),
          shareImage: isBuild && !isStandalone ? await renderSiteFiles(head) : undefined,
        };
        const tags = [
          ...FIRST_TAGS,
          ...(metadata ? metaTags(metadata) : []),
          ...(bundle && story ? [fingerprintTag(await computeFingerprint(source, base))] : []),
          ...(await scriptAndIconTags(bundle, story)),
        ];
        const filled = fillTemplate(bundle && !isStandalone ? inlineStyleSheet(html, bundle) : html, {
          html: { lang: story?.lang ?? 'en', ...(story?.direction && { dir: story.direction }), ...rendered.attributes },
          app: rendered.html,
          transcript: rendered.transcript,
        });
        return {
          html: isStandalone ? inlineAssets(filled, source.assets) : filled,
          tags: tags.map((tag) => ({ ...tag, injectTo: 'head-prepend' })),
        };
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

const MAX_LISTED = 5;

function listCharacters(characters: readonly string[]): string {
  const more = characters.length - MAX_LISTED;
  return `${characters.slice(0, MAX_LISTED).join(' ')}${more > 0 ? ` and ${more} more characters` : ''}`;
}
