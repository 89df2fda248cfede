import type { PageQuery } from '../core/query';

/** A stop as the page's address names it: `scene/step`, with or without `#/` before it, or a number counted from 0. */
export type StopName = string | number;

export interface FrameOptions {
  /** @default that of `src`, or the first */
  readonly stop: StopName | null;
  readonly theme: 'dark' | 'light';
  readonly captions: boolean;
  readonly controls: boolean;
}

/** Returns the address of a built story; undefined if `src` is none that a frame may show, such as `javascript:…`. */
export function parseSource(src: string | null): URL | undefined {
  if (!src || !URL.canParse(src, document.baseURI)) return undefined;
  const url = new URL(src, document.baseURI);
  return /^(?:https?|file):$/u.test(url.protocol) ? url : undefined;
}

/** Returns the address of the frame. Whatever the source asks for, such as `?cut=short`, stays in it. */
export function frameUrl(source: URL, { stop, theme, captions, controls }: FrameOptions): URL {
  const url = new URL(source);
  const query: PageQuery = url.searchParams;
  query.set('embed', origin === 'null' ? '' : origin);
  query.set('theme', theme);
  if (captions) query.set('captions', '');
  if (!controls) query.set('controls', 'off');
  if (stop !== null) url.hash = `#/${withoutHash(stop)}`;
  return url;
}

/** Returns the fields of the message that goes to a stop. */
export function stopFields(stop: StopName): { readonly stop: number } | { readonly scene: string; readonly step: number } {
  const name = withoutHash(stop);
  if (/^\d+$/u.test(name)) return { stop: Number(name) };
  const [scene = '', step = 0] = name.split('/');
  return { scene, step: Number(step) };
}

function withoutHash(stop: StopName): string {
  return String(stop).replace(/^#?\/?/u, '');
}
