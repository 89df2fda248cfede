import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { Explore, Wire } from '../../core/wire';
import { formatXml } from '../../wire/explore/formatXml';
import { wire as wireSchema, type WireSource } from '../../schema/wire';
import { colourCode } from '../story/highlightCodeFields';
import { listedScenes } from '../story/crossCheckScenes';
import { highlight } from '../story/highlight';
import { valueAt } from '../story/jsonPath';
import type { Document } from '../story/parseJsonFile';
import type { Problem } from '../story/problem';
import { nearest } from '../story/closestMatch';
import { complain, validate, type Checked } from '../story/validateDocument';
import { fillDocument, unknownReferences } from '../story/resolveVariables';
import { brokenReferences } from './brokenWireReferences';
import { ownValues } from './resolveWireValues';

/** The rest of the story, which a wire file refers to. */
export interface Surroundings {
  readonly index: Document;
  /** The story's closed variables. */
  readonly values: ReadonlyMap<string, string>;
  readonly scenes: readonly Document[];
}

/** The wire file a story names, as far as it can be told. */
export function listedWire(index: Document): string | undefined {
  const name = valueAt(index.value, ['wire']);
  return typeof name === 'string' ? name : undefined;
}

/** The complaint of a wire file that is named but not there. */
export async function missingWire(index: Document): Promise<readonly Problem[]> {
  const folder = path.dirname(index.file);
  const name = listedWire(index) ?? '';
  const files = (await readdir(folder).catch(() => [])).filter(
    (each) => each.endsWith('.json') && each !== path.basename(index.file) && !listedScenes(index).includes(each),
  );
  return [
    complain(index, {
      path: ['wire'],
      what: 'value',
      found: JSON.stringify(name),
      expected: `a file in ${path.basename(folder)}/`,
      meant: nearest(name, files),
    }),
  ];
}

/** A wire file with its values filled in; the paths in it stay those of the file as written. */
function fillWire(
  document: Document,
  values: ReadonlyMap<string, string>,
): { readonly filled: Document; readonly names: readonly string[]; readonly problems: readonly Problem[] } {
  const once = fillDocument(document, values);
  const own = ownValues(once);
  return { filled: fillDocument(once, own.values), names: own.names, problems: own.problems };
}

/** Makes what the browser shows of a wire file: fills in, validates, checks its references, colours. Beside it, the file filled in. */
export async function compileWire(
  document: Document,
  { index, values, scenes }: Surroundings,
): Promise<Checked<Omit<Wire, 'variables'>> & { readonly filled: Document }> {
  const { filled, names, problems: misfits } = fillWire(document, values);
  const { value, problems: faults } = validate<WireSource>(filled, wireSchema);
  const problems = [
    ...document.problems,
    ...unknownReferences(document, index, names),
    ...misfits,
    ...faults,
    ...brokenReferences(filled, scenes),
  ];
  if (!value) return { value: undefined, problems, filled };
  const { $schema: _, values: __, ...source } = value;
  const coloured = await colourCode(filled, source);
  const built = await withXml(filled, coloured.value as Omit<Wire, 'variables'>);
  return { value: built.value, problems: [...problems, ...coloured.problems, ...built.problems], filled };
}

/** Adds to each SAML request the XML it holds, for browsers that cannot inflate it. */
async function withXml(document: Document, wire: Omit<Wire, 'variables'>): Promise<Checked<Omit<Wire, 'variables'>>> {
  const problems: Problem[] = [];
  const stops = wire.stops.map(async (stop, at) => ({
    ...stop,
    messages: await Promise.all(
      stop.messages.map(async (message, index) => {
        const { explore } = message;
        if (explore?.type !== 'saml') return message;
        const xml = inflate(explore.request);
        const place = ['stops', at, 'messages', index, 'explore', 'request'];
        if (xml === undefined)
          problems.push(
            complain(document, {
              path: place,
              what: 'value',
              found: 'something that does not inflate',
              expected: 'base64 of a deflated SAML request',
            }),
          );
        return { ...message, explore: { ...explore, xml: { lines: await highlight(formatXml(xml ?? ''), 'xml') } } satisfies Explore };
      }),
    ),
  }));
  return { value: { ...wire, stops: await Promise.all(stops) }, problems };
}

/** What a SAMLRequest of the HTTP-Redirect binding holds; undefined if it is none. */
export function inflate(request: string): string | undefined {
  try {
    return inflateRawSync(Buffer.from(request, 'base64')).toString('utf8');
  } catch {
    return undefined;
  }
}
