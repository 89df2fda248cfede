import path from 'node:path';
import { capture } from '../../capture/capture';
import { checkCaptureFolder, isUnlisted, writeCapture, writeStarterScene } from '../../capture/captureFolder';
import { abbreviate, findPrivateWords } from '../../capture/findPrivateWords';
import { isAddress } from '../../capture/localSite';
import { readSteps } from '../../capture/steps';
import type { Size } from '../../export/options';
import { withCleanup } from '../../project/interruption';
import { shortPath } from '../../project/shortPath';
import { resolveFromCaller } from '../storyFolder';

export interface CaptureFlags {
  readonly output: string;
  readonly steps?: string;
  readonly size: Size;
  readonly dark?: boolean;
  /** Seconds. */
  readonly timeout: number;
}

/** Findings that are listed; the rest is counted. */
const MAX_LISTED = 20;

/** Captures pages and writes them as a folder, with a scene to begin with beside it. @throws with what is wrong and what to do */
export async function capturePages(argument: string, { output, steps, size, dark = false, timeout }: CaptureFlags): Promise<void> {
  const folder = resolveFromCaller(output);
  await checkCaptureFolder(folder);
  const stepsFile = steps === undefined ? undefined : await readSteps(resolveFromCaller(steps));
  const source = isAddress(argument) ? argument : resolveFromCaller(argument);
  const options = {
    source,
    ...size,
    isDark: dark,
    timeout: timeout * 1000,
    steps: stepsFile,
    report: (text: string) => console.warn(text),
  };
  // The browser ends with the process.
  const captured = await withCleanup(
    () => undefined,
    () => capture(options),
  );
  await writeCapture(folder, captured);
  const scene = await writeStarterScene(folder, captured.index, dark);
  const bytes = [...captured.files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0);
  const states = captured.states.length === 1 ? '1 state' : `${captured.states.length} states`;
  console.log(`${shortPath(folder)}: ${states}, ${(bytes / 1000).toFixed(0)} kB`);
  console.log(scene === undefined ? `${shortPath(folder)}.json is as it was.` : `${shortPath(scene)}: a scene to begin with`);
  if (await isUnlisted(`${folder}.json`)) console.log(`Add ${JSON.stringify(`${path.basename(folder)}.json`)} to "scenes" in story.json.`);
  printPrivateWords(captured.states);
}

function printPrivateWords(states: Parameters<typeof findPrivateWords>[0]): void {
  const found = findPrivateWords(states);
  if (found.length === 0) return;
  console.warn('\nIn the captured pages are words that others should not read:');
  for (const each of found.slice(0, MAX_LISTED)) console.warn(`  ${abbreviate(each)}  ${each.label}, in ${each.states.join(', ')}`);
  if (found.length > MAX_LISTED) console.warn(`  … and ${found.length - MAX_LISTED} more`);
  console.warn('Give them others in the scene before it is published: "replace": { "words on the page": "words of yours" }');
}
