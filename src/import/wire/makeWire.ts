import type { Timeline } from '../../core/timeline';
import type { ImportValues } from '../format';
import { collectSecrets } from '../privacy/collectSecrets';
import { Replacements } from '../privacy/replacements';
import type { StoryValues } from '../privacy/storyValues';
import { formatScene } from '../sceneFile';
import { assignGroups, groupMessages, messagesByStop, type Assignment, type Move } from './groups';
import { settleChecks } from './settleChecks';
import type { Trace } from './trace';
import { wireParties, type Naming } from './wireParties';
import { wireSource, type Size, type WireFile } from './wireSource';

/** The options that imports of traces share. */
export interface TraceValues extends ImportValues {
  readonly party?: readonly Naming[] | undefined;
  readonly replace?: readonly Replacing[] | undefined;
  /** Seconds between messages that divide groups. */
  readonly pause?: number | undefined;
  /** The stop of the first group. */
  readonly from?: string | undefined;
  readonly at?: readonly Move[] | undefined;
  /** Whether only the groups are listed, and nothing is written. */
  readonly list?: boolean | undefined;
}

/** A text with what the author wants in its place. */
export interface Replacing {
  readonly old: string;
  readonly wanted: string;
}

const DEFAULT_PAUSE_SECONDS = 1;

/** Largest wire file: the build refuses those of more than 1.5 MB. */
const MAX_CHARACTERS = 1_000_000;

/** How much of bodies is kept; the next is tried if the file gets too large. */
const SIZES: readonly Size[] = [
  { body: 6000, lines: 30 },
  { body: 1200, lines: 10 },
  { body: 0, lines: 0 },
];

/** The parts of a story that an import of a trace needs. */
export interface StoryParts {
  readonly timeline: Timeline;
  readonly values: StoryValues;
  /** Keys of all stops in the order of the files. */
  readonly stops: readonly string[];
  /** Keys of the stops on the way. */
  readonly way: readonly string[];
}

/** A wire file made of a trace, and what was done for it. */
export interface WireImport {
  readonly wire: WireFile;
  readonly replacements: Replacements;
  readonly assignment: Assignment;
  readonly changes: readonly string[];
}

/** Makes a wire file of a trace. Pure. @throws with a sentence if an option names what is not there */
export function makeWire(trace: Trace, { timeline, values: storyValues, stops, way }: StoryParts, values: TraceValues): WireImport {
  const { party = [], replace = [], pause = DEFAULT_PAUSE_SECONDS, from, at = [] } = values;
  const start = from === undefined ? 0 : Math.max(0, way.indexOf(from));
  const groups = groupMessages(trace.messages, pause * 1000, way.length - start);
  const assignment = assignGroups(groups, { stops, way }, from, at);
  const byStop = messagesByStop(assignment, stops);
  const messages = byStop.flatMap((each) => each.messages);
  for (const size of SIZES) {
    const replacements = new Replacements(storyValues);
    for (const { old, wanted } of replace) replacements.addReplacement(old, wanted);
    collectSecrets(messages, replacements);
    const parties = wireParties(trace.parties, messages, party, replacements);
    const wire = wireSource(byStop, parties, replacements, size);
    const changes = settleChecks(wire, timeline, storyValues);
    if (size.body === 0 || formatScene(wire).length <= MAX_CHARACTERS) return { wire, replacements, assignment, changes };
  }
  throw new Error('The trace has too much text for a wire file. Narrow it with --drop.');
}
