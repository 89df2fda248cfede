import { decodeXML } from 'entities';
import type { CompileContext } from '../../compileContext';
import { assetFormat, isHarmlessSvg } from './assetFormat';
import type { CaptureReader } from './readCapture';
import type { WordFinder } from './words';

/** Addresses of a capture's own files, wherever they stand in a page. */
const OWN_ADDRESS = /assets\/[\w-]+\.\w+/gu;

const DATA_ADDRESS = /^data:[^,]*?(?<base64>;base64)?,(?<content>[^]*)$/iu;

/** Addresses that ask another place than the capture's folder. */
const FOREIGN_ADDRESS = /^(?:[a-z][\w+.-]*:|\/\/)/iu;

/** The pictures and fonts of a capture: reads them, refuses what is neither, and publishes each once. */
export class CaptureAssets {
  /** The published address of each of the files; undefined of one that must not be published. */
  readonly #published = new Map<string, string | undefined>();
  readonly #reader: CaptureReader;
  readonly #emitAsset: CompileContext['emitAsset'];
  readonly #words: WordFinder;

  constructor(reader: CaptureReader, emitAsset: CompileContext['emitAsset'], words: WordFinder) {
    this.#reader = reader;
    this.#emitAsset = emitAsset;
    this.#words = words;
  }

  /** Reads the files that a page names. Reports those that are missing or are not what their name says. */
  async load(html: string): Promise<void> {
    const names = new Set(html.match(OWN_ADDRESS));
    for (const name of names) {
      if (this.#published.has(name)) continue;
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
    const data = DATA_ADDRESS.exec(address)?.groups;
    if (!data) return { refused: FOREIGN_ADDRESS.test(address) ? 'foreign' : 'missing' };
    const bytes = decodeData(data['content'] ?? '', data['base64'] !== undefined);
    const format = bytes && assetFormat(bytes);
    const published = bytes && format !== undefined ? this.#publish(bytes, format, 'data') : undefined;
    return published ?? { refused: 'code' };
  }

  /** Returns the address of a published file; undefined of a drawing that runs or asks for something. */
  #publish(bytes: Uint8Array, format: string, name: string): string | undefined {
    if (format !== 'svg') return this.#emitAsset(`capture.${format}`, bytes);
    const text = this.#words.replace(Buffer.from(bytes).toString('utf8'));
    if (!isHarmlessSvg(Buffer.from(text))) return undefined;
    if (this.#words.isLeftIn(plainText(text)))
      this.#reader.report(name, 'a drawing that has words of "replace" in parts', 'a drawing without them');
    return this.#emitAsset('capture.svg', text);
  }
}

function decodeData(content: string, isBase64: boolean): Uint8Array | undefined {
  try {
    const text = decodeURIComponent(content);
    return isBase64 ? Buffer.from(text, 'base64') : Buffer.from(text, 'utf8');
  } catch {
    return undefined;
  }
}

/** Returns the texts of a drawing without its tags, with references resolved. */
function plainText(svg: string): string {
  return decodeXML(svg.replaceAll(/<[^>]*>/gu, ''));
}
