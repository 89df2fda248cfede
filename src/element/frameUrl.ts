import type { EmbedOptions } from '../core/embed';
import type { PageQuery } from '../core/query';

/** A stop as the page's address names it: `scene/step`, with or without `#/` before it, or a number counted from 0. */
export type StopName = string | number;

/** Returns the address of a built story; undefined if `src` is none that a frame may show, such as `javascript:…`. */
export function parseSource(src: string): URL | undefined {
  if (!src || !URL.canParse(src, document.baseURI)) return undefined;
  const url = new URL(src, document.baseURI);
  return /^(?:https?|file):$/u.test(url.protocol) ? url : undefined;
}

/**
 * Returns the address of the frame. Whatever the source asks for, such as `?cut=short`, stays in it; so does its stop if `stop` is empty.
 */
export function frameUrl(source: URL, stop: string, { theme, captions, controls }: Required<EmbedOptions>): URL {
  const url = new URL(source);
  const query: PageQuery = url.searchParams;
  query.set('embed', origin === 'null' ? '' : origin);
  query.set('theme', theme);
  if (captions) query.set('captions', '');
  if (!controls) query.set('controls', 'off');
  // Never empty: a change to an address without a hash would load the page again.
  url.hash = `#/${withoutHash(stop || source.hash)}`;
  return url;
}

/** Returns the fields of the message that goes to a stop. */
export function stopFields(stop: StopName): { readonly stop: number } | { readonly scene: string; readonly step: number } {
  const name = withoutHash(stop);
  if (/^\d+$/u.test(name)) return { stop: Number(name) };
  const [scene, step = 0] = name.split('/') as [string, string?];
  return { scene, step: Number(step) };
}

function withoutHash(stop: StopName): string {
  return String(stop).replace(/^#?\/?/u, '');
}
