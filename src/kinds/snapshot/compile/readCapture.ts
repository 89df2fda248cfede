import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { describeFileType } from '../../../compiler/story/describeFileType';
import type { SceneCompileContext } from '../../../compiler/story/compileScene';
import { decodeHtml } from './decodeHtml';

/** The version of the folder's format. */
const VERSION = 1;

/** The largest page that is read, in bytes. A larger one takes seconds to show. */
const MAX_STATE_BYTES = 20_000_000;

const pixels = z.number().int().min(1).max(10_000);

/** Of fields that are not read, nothing is required. */
const captureSchema = z.object({
  version: z.literal(VERSION),
  width: pixels,
  height: pixels,
  states: z
    .array(
      z.object({
        id: z.string().min(1),
        title: z.string().default(''),
        file: z.string().regex(/^[\w][\w.-]*\.html?$/iu),
        address: z.string().default(''),
        scroll: z.tuple([z.number(), z.number()]).default([0, 0]),
      }),
    )
    .min(1),
});

export type Capture = z.output<typeof captureSchema>;
export type CaptureState = Capture['states'][number];

/** Functions that read a capture and report what is wrong with it, all at the scene's field `capture`. */
export class CaptureReader {
  readonly #folder: string;
  readonly #context: SceneCompileContext;

  constructor(folder: string, context: SceneCompileContext) {
    this.#folder = folder;
    this.#context = context;
  }

  /** Reads capture.json. Reports one that is missing, cut off or of another version. */
  async read(): Promise<Capture | undefined> {
    const bytes = await this.#context.readFile(`${this.#folder}/capture.json`, ['capture']);
    if (!bytes) return undefined;
    let value: unknown;
    try {
      value = JSON.parse(new TextDecoder().decode(bytes));
    } catch {
      return this.#report('capture.json', 'which is no JSON; it may be cut off', 'what understudy capture writes; capture again');
    }
    const version = (value as { version?: unknown } | null)?.version;
    if (version !== VERSION)
      return this.#report(
        'capture.json',
        `of version ${JSON.stringify(version) ?? 'none'}`,
        `version ${VERSION}; capture again with this Understudy`,
      );
    const result = captureSchema.safeParse(value);
    if (result.success) return this.#withoutRepeatedStates(result.data);
    const [issue] = result.error.issues;
    const field =
      issue?.path
        .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
        .join('')
        .replace(/^\./u, '') ?? '';
    return this.#report('capture.json', `whose field ${field} is not valid`, 'what understudy capture writes; capture again');
  }

  /** Reads the page of a state. Reports what is no page. */
  async readPage({ id, file }: CaptureState): Promise<string | undefined> {
    const bytes = await this.readFile(file);
    if (!bytes) return undefined;
    const written = `which state ${JSON.stringify(id)} names`;
    if (bytes.length > MAX_STATE_BYTES) {
      const size = (bytes.length / 1_000_000).toFixed(1);
      return this.#report(
        file,
        `with ${size} MB, ${written}`,
        `at most ${MAX_STATE_BYTES / 1_000_000} MB; capture a smaller part of the page`,
      );
    }
    const type = describeFileType(bytes);
    // A page may begin with a drawing.
    if (type !== undefined && type !== 'a web page' && type !== 'an SVG picture')
      return this.#report(file, `${type}, ${written}`, 'a page in HTML');
    const decoded = decodeHtml(bytes);
    if ('problem' in decoded) return this.#report(file, decoded.problem, 'a page in UTF-8');
    if (!/<[a-z!]/iu.test(decoded.text)) return this.#report(file, `a text without any tag, ${written}`, 'a page in HTML');
    return decoded.text;
  }

  /** Reads a file of the folder. Reports one that is missing, or a link to a file outside of the folder. */
  async readFile(name: string): Promise<Uint8Array | undefined> {
    const folder = path.resolve(path.dirname(this.#context.document.file), this.#folder);
    const file = path.join(folder, name);
    const stats = await lstat(file).catch(() => undefined);
    if (stats?.isSymbolicLink()) {
      const target = path.relative(await realpath(folder), await realpath(file).catch(() => ''));
      if (target.startsWith('..') || path.isAbsolute(target)) return this.#report(name, 'a link to a file outside of it', 'a file');
    }
    if (stats && !stats.isFile() && !stats.isSymbolicLink()) return this.#report(name, 'not a file', 'a file');
    return this.#context.readFile(`${this.#folder}/${name}`, ['capture']);
  }

  /** Reports a file of the folder. */
  report(file: string, found: string, expected: string): void {
    this.#report(file, found, expected);
  }

  #report(file: string, found: string, expected: string): undefined {
    this.#context.report({ path: ['capture'], found: `${this.#folder}/${file}, ${found}`, expected });
  }

  #withoutRepeatedStates(capture: Capture): Capture | undefined {
    const ids = capture.states.map(({ id }) => id);
    const repeated = ids.find((id, at) => ids.indexOf(id) < at);
    if (repeated === undefined) return capture;
    return this.#report('capture.json', `which has two states called ${JSON.stringify(repeated)}`, 'an id of its own for each state');
  }
}
