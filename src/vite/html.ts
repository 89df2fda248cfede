import type { HtmlTagDescriptor } from 'vite';
import type { Scene, Story } from '../core/story';
import { initialBackdrop } from '../styles/backdrop.ts';

/** Escapes text for HTML and SVG, also for attributes in double quotes. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/gu, (char) => entities[char] ?? char);
}

export interface PageMetadata extends Pick<Story, 'title' | 'description' | 'lang' | 'direction' | 'theme'> {
  readonly scenes: readonly Pick<Scene, 'title'>[];
  /** The published address; undefined unless the author or `SITE_URL` names it. */
  readonly url?: string | undefined;
  readonly shareImage?: ShareImage | undefined;
}

/** The picture of shared links. */
export interface ShareImage {
  /** Relative to the page. */
  readonly fileName: string;
  readonly width: number;
  readonly height: number;
}

/** Returns the tags for search engines, shared links and the browser's tab. */
export function metaTags(metadata: PageMetadata): HtmlTagDescriptor[] {
  const { title, description, lang, url, shareImage } = metadata;
  const image = shareImage && `${url ?? './'}${shareImage.fileName}`;
  const meta = (kind: 'name' | 'property', name: string, content: string) => ({ tag: 'meta', attrs: { [kind]: name, content } });
  return [
    { tag: 'title', children: escapeHtml(title) },
    meta('name', 'description', description),
    meta('name', 'theme-color', initialBackdrop(metadata)),
    // Otherwise a browser in another language may offer a translation during the talk.
    meta('name', 'google', 'notranslate'),
    ...(url ? [{ tag: 'link', attrs: { rel: 'canonical', href: url } }] : []),
    meta('property', 'og:type', 'website'),
    meta('property', 'og:title', title),
    meta('property', 'og:description', description),
    meta('property', 'og:locale', lang.replace('-', '_')),
    ...(url ? [meta('property', 'og:url', url)] : []),
    ...(shareImage && image
      ? [
          meta('property', 'og:image', image),
          meta('property', 'og:image:width', String(shareImage.width)),
          meta('property', 'og:image:height', String(shareImage.height)),
          meta('property', 'og:image:alt', `${title}. ${description}`),
        ]
      : []),
    meta('name', 'twitter:card', image ? 'summary_large_image' : 'summary'),
    { tag: 'script', attrs: { type: 'application/ld+json' }, children: jsonLd(metadata) },
  ];
}

/** Structured data: https://schema.org/PresentationDigitalDocument. */
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
  // A text with </script> would end the script.
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** The contents of index.html that tags in its head cannot provide (ADR 039). */
export interface TemplateValues {
  /** Attributes of `<html>`. */
  readonly html: Readonly<Record<string, string>>;
  readonly app: string;
  readonly transcript: string;
}

/** Fills in index.html. @throws if a placeholder is missing */
export function fillTemplate(template: string, { html, app, transcript }: TemplateValues): string {
  const attributes = Object.entries(html).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  const contents = { '<html lang="en">': `<html${attributes.join('')}>`, '<!--app-->': app, '<!--transcript-->': transcript };
  return Object.entries(contents).reduce((filled, [placeholder, content]) => {
    if (!filled.includes(placeholder)) throw new Error(`index.html has no ${placeholder} to fill.`);
    return filled.replace(placeholder, () => content);
  }, template);
}
