import type { DeviceView } from '../core/relayProtocol';
import type { SpeakerMessage } from '../core/speakerProtocol';

export type View = DeviceView | 'presenter';
type Kind = SpeakerMessage['kind'];

/** What the windows of a speaker say, whole or for a hand. */
const SPEAKER_KINDS: readonly Kind[] = ['hello', 'leave', 'wish'];
/** What stages say. */
const STAGE_KINDS: readonly Kind[] = ['show', 'rehearsal', 'bye', 'standby'];

/** The kinds of messages that each view may send. A device that is no stage cannot speak as one. */
const MAY_SEND: Readonly<Record<View, readonly Kind[]>> = {
  presenter: [...SPEAKER_KINDS, ...STAGE_KINDS],
  speaker: SPEAKER_KINDS,
  phone: SPEAKER_KINDS,
  standby: STAGE_KINDS,
};

export function maySend(view: View, { kind }: SpeakerMessage): boolean {
  return MAY_SEND[view].includes(kind);
}

/** Whether a view has a use for the message: what a speaker asks for is for stages. */
export function isFor(view: View, { kind }: SpeakerMessage): boolean {
  return view === 'presenter' || view === 'standby' || !SPEAKER_KINDS.includes(kind);
}

/** Returns the id of the stage that a message claims to be from; undefined if it claims none. */
export function stageIdOf(message: SpeakerMessage): string | undefined {
  if (!('stage' in message)) return undefined;
  const { stage } = message;
  return typeof stage === 'string' ? stage : stage?.id;
}
