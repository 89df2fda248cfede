import type { Explorable, WireData } from '../../core/wire';
import { formatXml } from '../../wire/explore/formatXml';
import { wireSchema, type WireSource } from '../../schema/wire';
import { highlightCodeFields } from '../story/highlightCodeFields';
import { highlight } from '../story/highlight';
import { valueAt } from '../story/jsonPath';
import type { JsonDocument } from '../story/parseJsonFile';
import type { Problem } from '../story/problem';
import { toProblem } from '../story/toProblem';
import { validateDocument, type CompileResult } from '../story/validateDocument';
import { fillDocument, undefinedVariables } from '../story/resolveVariables';
import { brokenWireReferences } from './brokenWireReferences';
import { marksOf } from './marks';
import { inflateSamlRequest } from './inflateSamlRequest';
import { resolveWireValues } from './resolveWireValues';

/** Wire data without the story's open variables. */
type ClosedWire = Omit<WireData, 'variables'>;

/** The parts of the story that a wire file refers to. */
export interface StoryContext {
  readonly index: JsonDocument;
  /** The values of the story's closed variables. */
  readonly values: ReadonlyMap<string, string>;
  readonly scenes: readonly JsonDocument[];
}

/** Returns the wire file that `story.json` names; undefined if it names none. Works on unvalidated files. */
export function wireFileName(index: JsonDocument): string | undefined {
  const name = valueAt(index.value, ['wire']);
  return typeof name === 'string' ? name : undefined;
}

/** Fills the variables of the story, then the values of the wire file itself. Paths stay the same as in the file. */
function fillWire(
  document: JsonDocument,
  values: ReadonlyMap<string, string>,
): { readonly filled: JsonDocument; readonly names: readonly string[]; readonly problems: readonly Problem[] } {
  const filledFromStory = fillDocument(document, values);
  const wireValues = resolveWireValues(filledFromStory);
  return { filled: fillDocument(filledFromStory, wireValues.values), names: wireValues.names, problems: wireValues.problems };
}

/**
 * Compiles a wire file: fills its variables, validates it, checks its references and highlights code. `filled` is for the rules of
 * `check`.
 */
export async function compileWire(
  document: JsonDocument,
  { index, values, scenes }: StoryContext,
): Promise<CompileResult<ClosedWire> & { readonly filled: JsonDocument }> {
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
  const compiled = highlighted.value as Omit<ClosedWire, 'marks'> & Pick<WireSource, 'marks'>;
  const marks = marksOf(
    compiled.marks,
    compiled.stops.flatMap(({ messages }) => messages),
  );
  const built = await addSamlXml(filled, { ...compiled, marks });
  return { value: built.value, problems: [...problems, ...highlighted.problems, ...built.problems], filled };
}

/** Adds the XML of each SAML request, for browsers that cannot inflate it. */
async function addSamlXml(document: JsonDocument, wire: ClosedWire): Promise<CompileResult<ClosedWire>> {
  const problems: Problem[] = [];
  const stops = wire.stops.map(async (stop, at) => ({
    ...stop,
    messages: await Promise.all(
      stop.messages.map(async (message, index) => {
        const { explore } = message;
        if (explore?.type !== 'saml') return message;
        const xml = inflateSamlRequest(explore.request);
        const [found, expected] = ['something that does not inflate', 'base64 of a deflated SAML request'];
        const path = ['stops', at, 'messages', index, 'explore', 'request'];
        if (xml === undefined) problems.push(toProblem(document, { path, found, expected }));
        return { ...message, explore: { ...explore, xml: { lines: await highlight(formatXml(xml ?? ''), 'xml') } } satisfies Explorable };
      }),
    ),
  }));
  return { value: { ...wire, stops: await Promise.all(stops) }, problems };
}
