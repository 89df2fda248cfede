import { createHash } from 'node:crypto';
import { assetFormat, isHarmlessSvg } from '../kinds/snapshot/compile/assetFormat';
import type { DocumentFiles } from './writeDocument';
import { SvgSprite } from './svgSprite';

/** Returns the bytes that a page loaded from an address without its `#…`; undefined if it loaded nothing there. */
export type FindLoaded = (address: string) => Uint8Array | undefined;

/** The pictures and fonts of a capture, each once, by its content. */
export class CaptureAssets implements DocumentFiles {
  readonly #find: FindLoaded;
  /** Place by address; undefined of what is no picture or font. */
  readonly #places = new Map<string, string | undefined>();
  readonly #files = new Map<string, Uint8Array>();
  /** What documents ask for and a story does not show as it is, by address. */
  readonly #refused = new Map<string, Uint8Array>();
  readonly #sprites = new Map<string, SvgSprite>();

  constructor(find: FindLoaded) {
    this.#find = find;
  }

  /** The files by their places in the folder. */
  get files(): ReadonlyMap<string, Uint8Array> {
    return this.#files;
  }

  /** Addresses and contents of what documents asked for in vain, since it has another format. */
  get refused(): ReadonlyMap<string, Uint8Array> {
    return this.#refused;
  }

  readonly asset = (written: string): string | undefined => {
    const address = written.startsWith('data:') ? written : written.replace(/#.*$/u, '');
    if (this.#places.has(address)) return this.#places.get(address);
    const bytes = address.startsWith('data:') ? decodeDataAddress(address) : this.#find(address);
    const place = bytes && this.#add(bytes);
    this.#places.set(address, place);
    if (bytes && bytes.length > 0 && place === undefined) this.#refused.set(address, bytes);
    return place;
  };

  readonly sheet = (address: string): string | undefined => {
    const bytes = this.#find(address);
    return (
      bytes &&
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\uFEFF/u, '')
    );
  };

  readonly sprite = (address: string): SvgSprite | undefined => {
    const known = this.#sprites.get(address);
    const text = known ? undefined : this.sheet(address);
    if (text === undefined) return known;
    const sprite = new SvgSprite(text, `part-${hashOf(text).slice(0, 6)}`);
    this.#sprites.set(address, sprite);
    return sprite;
  };

  /** Takes another content for an address, such as the same picture in another format. */
  replace(address: string, bytes: Uint8Array): void {
    const place = this.#add(bytes);
    if (place === undefined) return;
    this.#places.set(address, place);
    this.#refused.delete(address);
  }

  #add(bytes: Uint8Array): string | undefined {
    const format = assetFormat(bytes);
    // A drawing that runs or asks for something is not shown as it is.
    if (format === undefined || (format === 'svg' && !isHarmlessSvg(bytes))) return undefined;
    const place = `assets/${hashOf(bytes).slice(0, 16)}.${format}`;
    this.#files.set(place, bytes);
    return place;
  }
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Returns the content of a `data:` address; undefined if it is none. */
function decodeDataAddress(address: string): Uint8Array | undefined {
  const [, isBase64, content] = /^data:[^,]*?(;\s*base64)?\s*,(.*)$/isu.exec(address) ?? [];
  if (content === undefined) return undefined;
  try {
    const text = decodeURIComponent(content);
    return Buffer.from(text, isBase64 === undefined ? 'utf8' : 'base64');
  } catch {
    return undefined;
  }
}
