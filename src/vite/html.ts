import type { Scene, Story } from '../core/story';
import { BACKDROP } from '../styles/backdrop.ts';

/** Something to write into the page that comes out as text, in an attribute as well. */
function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/gu, (sign) => entities[sign] ?? sign);
}

/** ` name="value"` for each attribute. */
export function formatAttributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
}

/** What a page says of itself to machines. */
export interface PageMetadata extends Pick<Story, 'title' | 'description' | 'lang' | 'direction'> {
  readonly scenes: readonly Pick<Scene, 'title'>[];
  /** Where it will be; unknown unless somebody says so. */
  readonly url?: string | undefined;
  readonly shareImage?: ShareImage | undefined;
}

/** The picture of a shared link. */
export interface ShareImage {
  /** Relative to the page. */
  readonly fileName: string;
  readonly width: number;
  readonly height: number;
}

/** What search engines, shared links and the browser's tab show of a story. */
export function metaTags(about: PageMetadata): string[] {
  const { title, description, lang, url, shareImage } = about;
  const image = shareImage && `${url ?? './'}${shareImage.fileName}`;
  return [
    `<title>${escapeHtml(title)}</title>`,
    metaTag('name', 'description', description),
    metaTag('name', 'theme-color', BACKDROP.dark),
    // A browser in another language must not offer to translate the page in the midst of a talk.
    metaTag('name', 'google', 'notranslate'),
    ...(url ? [`<link${formatAttributes({ rel: 'canonical', href: url })} />`] : []),
    metaTag('property', 'og:type', 'website'),
    metaTag('property', 'og:title', title),
    metaTag('property', 'og:description', description),
    metaTag('property', 'og:locale', lang.replace('-', '_')),
    ...(url ? [metaTag('property', 'og:url', url)] : []),
    ...(shareImage && image
      ? [
          metaTag('property', 'og:image', image),
          metaTag('property', 'og:image:width', String(shareImage.width)),
          metaTag('property', 'og:image:height', String(shareImage.height)),
          metaTag('property', 'og:image:alt', `${title}. ${description}`),
        ]
      : []),
    metaTag('name', 'twitter:card', image ? 'summary_large_image' : 'summary'),
    `<script type="application/ld+json">${jsonLd(about)}</script>`,
  ];
}

/** The talk in schema.org's words: a presentation, scene by scene. */
function jsonLd({ title, description, lang, scenes, url, shareImage }: PageMetadata): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'PresentationDigitalDocument',
    name: title,
    description,
    inLanguage: lang,
    ...(url && { url }),
    ...(url && shareImage && { image: `${url}${shareImage.fileName}` }),
    hasPart: scenes.map((scene, index) => ({ '@type': 'CreativeWork', position: index + 1, name: scene.title })),
  };
  // Nothing in a story may end the script it stands in.
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function metaTag(kind: 'name' | 'property', name: string, content: string): string {
  return `<meta${formatAttributes({ [kind]: name, content })} />`;
}

/** What goes in the place of the page's comments of these names, and on its `<html>`. */
export interface TemplateValues {
  readonly html: Readonly<Record<string, string>>;
  readonly head: readonly string[];
  readonly app: string;
  readonly transcript: string;
}

/** Fills in index.html. @throws if a place to fill is missing, so that none is lost unnoticed */
export function fillTemplate(template: string, { html, head, app, transcript }: TemplateValues): string {
  const placeholders: readonly (readonly [place: string, content: string])[] = [
    ['<html lang="en">', `<html${formatAttributes(html)}>`],
    ['<!--head-->', head.join('\n    ')],
    ['<!--app-->', app],
    ['<!--transcript-->', transcript],
  ];
  return placeholders.reduce((filled, [place, content]) => {
    if (!filled.includes(place)) throw new Error(`index.html has no ${place} to fill.`);
    return filled.replace(place, () => content);
  }, template);
}
