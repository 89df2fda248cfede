import type { HtmlTagDescriptor } from 'vite';
import type { Story } from '../core/story';
import { initialBackdrop } from '../styles/backdrop.ts';
import type { Rasterizer } from './rasterizer';

export interface SiteFile {
  readonly fileName: string;
  readonly source: string | Uint8Array;
}

/** The favicon's background. */
const ICON_BACKGROUND = '#1e1e2e';

/** Returns the published address, from `SITE_URL` or `site` in story.json, with a slash at its end. @throws if it is no http(s) URL */
export function siteUrl(story: Pick<Story, 'site'>, setting: string | undefined): string | undefined {
  const address = setting || story.site;
  if (!address) return undefined;
  if (!URL.canParse(address) || !/^https?:$/u.test(new URL(address).protocol)) {
    const source = setting ? 'SITE_URL' : '"site" in story.json';
    throw new Error(`${source} is "${address}"; it must be a whole address, such as https://example.com/demo/.`);
  }
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname.replace(/\/?$/u, '/')}`;
}

export function webManifest(story: Pick<Story, 'title' | 'description' | 'lang' | 'direction' | 'theme'>): SiteFile {
  const { title, description, lang, direction } = story;
  const icon = (size: number, purpose: 'any' | 'maskable') => ({
    src: `./icon-${purpose === 'any' ? size : 'maskable'}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  const content = {
    name: title,
    short_name: title.length > 24 ? title.split(/\s+[—–|:-]\s+/u)[0] : title,
    description,
    lang,
    ...(direction && { dir: direction }),
    start_url: './',
    scope: './',
    display: 'fullscreen',
    background_color: initialBackdrop(story),
    theme_color: initialBackdrop(story),
    icons: [
      icon(192, 'any'),
      icon(512, 'any'),
      icon(512, 'maskable'),
      { src: './favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ],
  };
  return { fileName: 'manifest.webmanifest', source: `${JSON.stringify(content, null, 2)}\n` };
}

/** Renders the icons in the sizes that browsers, home screens and app lists request. */
export function iconFiles(favicon: string, { renderPng }: Rasterizer): SiteFile[] {
  // Home screens crop the icon to a shape: the picture must stay in the middle four fifths.
  const maskable =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${ICON_BACKGROUND}"/>` +
    `<svg x="4" y="4" width="32" height="32">${favicon}</svg></svg>`;
  return [
    { fileName: 'favicon.ico', source: encodeIco(renderPng(favicon, 48), 48) },
    { fileName: 'icon-192.png', source: renderPng(favicon, 192) },
    { fileName: 'icon-512.png', source: renderPng(favicon, 512) },
    { fileName: 'icon-maskable.png', source: renderPng(maskable, 512) },
    { fileName: 'apple-touch-icon.png', source: renderPng(maskable, 180) },
  ];
}

/** Returns the favicon as a data URL: Chromium requests a file again whenever the address changes, which is at every step. */
export function faviconTag(favicon: string, { renderPng }: Rasterizer): HtmlTagDescriptor {
  const data = Buffer.from(renderPng(favicon, 32)).toString('base64');
  return { tag: 'link', attrs: { rel: 'icon', type: 'image/png', href: `data:image/png;base64,${data}` } };
}

/** Wraps a PNG in an .ico file: header, one entry, the picture. */
function encodeIco(picture: Uint8Array, size: number): Uint8Array {
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.writeUInt8(size, 6);
  header.writeUInt8(size, 7);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(picture.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, picture]);
}
