import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { Explorable, WireData } from '../../core/wire';
import { formatXml } from '../../wire/explore/formatXml';
import { wireSchema, type WireSource } from '../../schema/wire';
import { highlightCodeFields } from '../story/highlightCodeFields';
import { sceneFileNames } from '../story/crossCheckScenes';
import { highlight } from '../story/highlight';
import { valueAt } from '../story/jsonPath';
import type { JsonDocument } from '../story/parseJsonFile';
import type { Problem } from '../story/problem';
import { closestMatch } from '../story/closestMatch';
import { toProblem } from '../story/toProblem';
import { validateDocument, type CompileResult } from '../story/validateDocument';
import { fillDocument, undefinedVariables } from '../story/resolveVariables';
import { brokenWireReferences } from './brokenWireReferences';
import { resolveWireValues } from './resolveWireValues';

/** The rest of the story, which a wire file refers to. */
export interface StoryContext {
  readonly index: JsonDocument;
  /** The story's closed variables. */
  readonly values: ReadonlyMap<string, string>;
  readonly scenes: readonly JsonDocument[];
}

/** The wire file a story names, as far as it can be told. */
export function wireFileName(index: JsonDocument): string | undefined {
  const name = valueAt(index.value, ['wire']);
  return typeof name === 'string' ? name : undefined;
}

/** The complaint of a wire file that is named but not there. */
export async function missingWireFile(index: JsonDocument): Promise<readonly Problem[]> {
  const folder = path.dirname(index.file);
  const name = wireFileName(index) ?? '';
  const files = (await readdir(folder).catch(() => [])).filter(
    (each) => each.endsWith('.json') && each !== path.basename(index.file) && !sceneFileNames(index).includes(each),
  );
  return [
    toProblem(index, {
      path: ['wire'],
      code: 'value',
      found: JSON.stringify(name),
      expected: `a file in ${path.basename(folder)}/`,
      suggestion: closestMatch(name, files),
    }),
  ];
}

/** A wire file with its values filled in; the paths in it stay those of the file as written. */
function fillWire(
  document: JsonDocument,
  values: ReadonlyMap<string, string>,
): { readonly filled: JsonDocument; readonly names: readonly string[]; readonly problems: readonly Problem[] } {
  const filledFromStory = fillDocument(document, values);
  const wireValues = resolveWireValues(filledFromStory);
  return { filled: fillDocument(filledFromStory, wireValues.values), names: wireValues.names, problems: wireValues.problems };
}

/** Makes what the browser shows of a wire file: fills in, validates, checks its references, colours. Beside it, the file filled in. */
export async function compileWire(
  document: JsonDocument,
  { index, values, scenes }: StoryContext,
): Promise<CompileResult<Omit<WireData, 'variables'>> & { readonly filled: JsonDocument }> {
  const { filled, names, problems: valueProblems } = fillWire(document, values);
  const { value, problems: schemaProblems } = validateDocument<WireSource>(filled, wireSchema);
  const problems = [
    ...document.problems,
    ...undefinedVariables(document, index, names),
    ...valueProblems,
    ...schemaProblems,
    ...brokenWireReferences(filled, scenes),
  ];
  if (!value) return { value: undefined, problems, filled };
  const { $schema: _, values: __, ...source } = value;
  const highlighted = await highlightCodeFields(filled, source);
  const built = await addSamlXml(filled, highlighted.value as Omit<WireData, 'variables'>);
  return { value: built.value, problems: [...problems, ...highlighted.problems, ...built.problems], filled };
}

/** Adds to each SAML request the XML it holds, for browsers that cannot inflate it. */
async function addSamlXml(document: JsonDocument, wire: Omit<WireData, 'variables'>): Promise<CompileResult<Omit<WireData, 'variables'>>> {
  const problems: Problem[] = [];
  const stops = wire.stops.map(async (stop, at) => ({
    ...stop,
    messages: await Promise.all(
      stop.messages.map(async (message, index) => {
        const { explore } = message;
        if (explore?.type !== 'saml') return message;
        const xml = inflateSamlRequest(explore.request);
        const requestPath = ['stops', at, 'messages', index, 'explore', 'request'];
        if (xml === undefined)
          problems.push(
            toProblem(document, {
              path: requestPath,
              code: 'value',
              found: 'something that does not inflate',
              expected: 'base64 of a deflated SAML request',
            }),
          );
        return { ...message, explore: { ...explore, xml: { lines: await highlight(formatXml(xml ?? ''), 'xml') } } satisfies Explorable };
      }),
    ),
  }));
  return { value: { ...wire, stops: await Promise.all(stops) }, problems };
}

/** What a SAMLRequest of the HTTP-Redirect binding holds; undefined if it is none. */
export function inflateSamlRequest(request: string): string | undefined {
  try {
    return inflateRawSync(Buffer.from(request, 'base64')).toString('utf8');
  } catch {
    return undefined;
  }
}
