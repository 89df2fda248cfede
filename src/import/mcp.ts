import { shortPath } from '../project/shortPath';
import { traceOfMcp } from './mcp/mcpTrace';
import { readTraceLines } from './mcp/traceLines';
import { importTrace } from './wire/importWire';
import type { TraceValues } from './wire/makeWire';
import { readShortened } from './wire/shortenStrings';

/** Makes a wire file of a trace of MCP messages. @throws with a message that says what to do */
export async function run(file: string, storyFolder: string | undefined, values: TraceValues): Promise<void> {
  const text = await readShortened(file, { lines: true, remedy: 'Cut the lines that tell the story into a file of their own.' });
  await importTrace(traceOfMcp(readTraceLines(text), shortPath(file)), storyFolder, values);
}
