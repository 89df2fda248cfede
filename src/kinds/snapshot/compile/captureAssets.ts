import { randomUUID } from 'node:crypto';
import type { CompileContext } from '../../compileContext';
import { assetFormat, isHarmlessSvg } from './assetFormat';
import { readDataAddress } from './dataAddress';
import type { CaptureReader } from './readCapture';
import { withoutMetadata } from './withoutMetadata';
import { rewriteSvg } from './svgWords';
import { findAddresses } from './sanitize/findAddresses';
import type { WordFinder } from './words';

/** The address of one of a capture's own files. */
const OWN_ADDRESS = /^(?:\.\/)?(?<name>assets\/[\w-]+\.\w+)$/u;

/** Addresses that ask another place than the capture's folder. */
const FOREIGN_ADDRESS = /^(?:[a-z][\w+.-]*:|\/\/)/iu;

/** A picture or font that no document that is written names yet. */
interface WaitingFile {
  /** Its name in the capture. */
  readonly name: string;
  readonly format: string;
  readonly content: Uint8Array | string;
}

export interface PublishedFile extends WaitingFile {
  readonly address: string;
}

/**
 * The pictures and fonts of a capture: reads them, refuses what is neither, and publishes each that a written document names.
 */
export class CaptureAssets {
  /** The address of each of the files in documents that are not written yet; undefined of one that must not be published. */
  readonly #published = new Map<string, string | undefined>();
  readonly #reader: CaptureReader;
  readonly #emitAsset: CompileContext['emitAsset'];
  readonly #words: WordFinder;
  /** The files by their address. No page can know one, and so name a file that it does not show. */
  readonly #waiting = new Map<string, WaitingFile>();
  readonly #prefix = `./assets/${randomUUID()}-`;

  constructor(reader: CaptureReader, emitAsset: CompileContext['emitAsset'], words: WordFinder) {
    this.#reader = reader;
    this.#emitAsset = emitAsset;
    this.#words = words;
  }

  /** Reads the files that a page asks for. Reports those that are missing or are not what their name says. */
  async load(html: string): Promise<void> {
    for (const address of findAddresses(html)) {
      const name = OWN_ADDRESS.exec(address)?.groups?.['name'];
      if (name === undefined || this.#published.has(name)) continue;
      this.#published.set(name, undefined);
      const bytes = await this.#reader.readFile(name);
      if (!bytes) continue;
      const format = assetFormat(bytes);
      const extension = /\.(\w+)$/u.exec(name)?.[1]?.toLowerCase().replace('jpeg', 'jpg');
      if (format === undefined || format !== extension) {
        const found = format === undefined ? 'which is neither a picture nor a font' : `which is in the format ${format.toUpperCase()}`;
        this.#reader.report(
          name,
          found,
          format === undefined ? 'a picture or a font; capture again' : `the name ${name.replace(/\w+$/u, format)}`,
        );
        continue;
      }
      this.#published.set(name, this.#publish(bytes, format, name));
    }
  }

  /** Returns where a picture or font of a page is published, and why it is not. */
  resolve(address: string): string | { readonly refused: 'foreign' | 'code' | 'missing' } {
    const own = address.replace(/^\.\//u, '');
    const known = this.#published.get(own);
    if (known !== undefined) return known;
    if (this.#published.has(own)) return { refused: 'code' };
    const bytes = readDataAddress(address);
    if (!bytes) return { refused: FOREIGN_ADDRESS.test(address) ? 'foreign' : 'missing' };
    const format = assetFormat(bytes);
    const published = format === undefined ? undefined : this.#publish(bytes, format, 'data');
    return published ?? { refused: 'code' };
  }

  /** Publishes the files that a document names. Returns the document with their addresses, and the files. */
  publishIn(document: string): { readonly written: string; readonly files: readonly PublishedFile[] } {
    const files = new Map<string, PublishedFile>();
    const written = document.replaceAll(new RegExp(`${this.#prefix}\\d+\\.\\w+`, 'gu'), (waiting) => {
      const file = this.#waiting.get(waiting);
      if (!file) return waiting;
      const address = this.#emitAsset(`capture.${file.format}`, file.content);
      files.set(address, { ...file, address });
      return address;
    });
    return { written, files: [...files.values()] };
  }

  /** Returns the address of a file until the document is written; undefined of a drawing that runs or asks for something. */
  #publish(bytes: Uint8Array, format: string, name: string): string | undefined {
    const content = format === 'svg' ? this.#cleanSvg(bytes) : withoutMetadata(bytes, format);
    if (content === undefined) return undefined;
    const address = `${this.#prefix}${this.#waiting.size}.${format}`;
    this.#waiting.set(address, { name, format, content });
    return address;
  }

  #cleanSvg(bytes: Uint8Array): string | undefined {
    if (!isHarmlessSvg(bytes)) return undefined;
    const written = rewriteSvg(Buffer.from(bytes).toString('utf8'), this.#words);
    return isHarmlessSvg(Buffer.from(written)) ? written : undefined;
  }
}
