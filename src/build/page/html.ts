import type { Story } from '../../core/story';

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

/** What search engines, shared links and the browser's tab show of a story. */
export function metaTags({ title, description }: Pick<Story, 'title' | 'description'>): string[] {
  return [
    `<title>${escape(title)}</title>`,
    `<meta name="description" content="${escape(description)}" />`,
    `<meta property="og:title" content="${escape(title)}" />`,
    `<meta property="og:description" content="${escape(description)}" />`,
    '<meta property="og:type" content="website" />',
  ];
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
