import type { Scene, Story } from '../core/story';
import { BACKDROP } from '../styles/backdrop.ts';

/** Something to write into the page that comes out as text, in an attribute as well. */
function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/gu, (sign) => entities[sign] ?? sign);
}

/** ` name="value"` for each attribute. */
export function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escape(value)}"`)
    .join('');
}

/** What a page says of itself to machines. */
export interface About extends Pick<Story, 'title' | 'description' | 'lang' | 'direction'> {
  readonly scenes: readonly Pick<Scene, 'title'>[];
  /** Where it will be; unknown unless somebody says so. */
  readonly address?: string | undefined;
  readonly picture?: Picture | undefined;
}

/** The picture of a shared link. */
export interface Picture {
  /** Relative to the page. */
  readonly fileName: string;
  readonly width: number;
  readonly height: number;
}

/** What search engines, shared links and the browser's tab show of a story. */
export function metaTags(about: About): string[] {
  const { title, description, lang, address, picture } = about;
  const image = picture && `${address ?? './'}${picture.fileName}`;
  return [
    `<title>${escape(title)}</title>`,
    meta('name', 'description', description),
    meta('name', 'theme-color', BACKDROP.dark),
    // A browser in another language must not offer to translate the page in the midst of a talk.
    meta('name', 'google', 'notranslate'),
    ...(address ? [`<link${attributes({ rel: 'canonical', href: address })} />`] : []),
    meta('property', 'og:type', 'website'),
    meta('property', 'og:title', title),
    meta('property', 'og:description', description),
    meta('property', 'og:locale', lang.replace('-', '_')),
    ...(address ? [meta('property', 'og:url', address)] : []),
    ...(picture && image
      ? [
          meta('property', 'og:image', image),
          meta('property', 'og:image:width', String(picture.width)),
          meta('property', 'og:image:height', String(picture.height)),
          meta('property', 'og:image:alt', `${title}. ${description}`),
        ]
      : []),
    meta('name', 'twitter:card', image ? 'summary_large_image' : 'summary'),
    `<script type="application/ld+json">${jsonLd(about)}</script>`,
  ];
}

/** The talk in schema.org's words: a presentation, scene by scene. */
function jsonLd({ title, description, lang, scenes, address, picture }: About): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'PresentationDigitalDocument',
    name: title,
    description,
    inLanguage: lang,
    ...(address && { url: address }),
    ...(address && picture && { image: `${address}${picture.fileName}` }),
    hasPart: scenes.map((scene, index) => ({ '@type': 'CreativeWork', position: index + 1, name: scene.title })),
  };
  // Nothing in a story may end the script it stands in.
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function meta(kind: 'name' | 'property', name: string, content: string): string {
  return `<meta${attributes({ [kind]: name, content })} />`;
}

/** What goes in the place of the page's comments of these names, and on its `<html>`. */
export interface Filling {
  readonly html: Readonly<Record<string, string>>;
  readonly head: readonly string[];
  readonly app: string;
  readonly transcript: string;
}

/** Fills in index.html. @throws if a place to fill is missing, so that none is lost unnoticed */
export function fill(page: string, { html, head, app, transcript }: Filling): string {
  const places: readonly (readonly [place: string, content: string])[] = [
    ['<html lang="en">', `<html${attributes(html)}>`],
    ['<!--head-->', head.join('\n    ')],
    ['<!--app-->', app],
    ['<!--transcript-->', transcript],
  ];
  return places.reduce((filled, [place, content]) => {
    if (!filled.includes(place)) throw new Error(`index.html has no ${place} to fill.`);
    return filled.replace(place, () => content);
  }, page);
}
