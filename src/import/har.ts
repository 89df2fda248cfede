import { shortPath } from '../project/shortPath';
import { readHar } from './har/harFile';
import { traceOfHar } from './har/harTrace';
import { importTrace } from './wire/importWire';
import type { TraceValues } from './wire/makeWire';
import { readShortened } from './wire/shortenStrings';

interface HarValues extends TraceValues {
  /** Patterns of `host/path`. */
  readonly keep?: readonly string[] | undefined;
  readonly drop?: readonly string[] | undefined;
}

/** Makes a wire file of a browser's network trace (HAR). @throws with a message that says what to do */
export async function run(file: string, storyFolder: string | undefined, { keep = [], drop = [], ...values }: HarValues): Promise<void> {
  const remedy = 'Record again without the content of responses, or filter the network panel before you save it.';
  const text = await readShortened(file, { lines: false, remedy });
  await importTrace(traceOfHar(readHar(text, shortPath(file)), { keep, drop }), storyFolder, values);
}
