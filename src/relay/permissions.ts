import { parsePointing, type PointingAction } from '../core/pointing';
import type { DeviceView } from '../core/relayProtocol';
import type { SpeakerMessage } from '../core/speakerProtocol';

export type View = DeviceView | 'presenter';
type Kind = SpeakerMessage['kind'];

/** What the windows of a speaker say, whole or for a hand. */
const SPEAKER_KINDS: readonly Kind[] = ['hello', 'leave', 'wish'];
/** What stages say. */
const STAGE_KINDS: readonly Kind[] = ['show', 'rehearsal', 'bye', 'standby', 'point'];

/** The kinds of messages that each view may send. A device that is no stage cannot speak as one. */
const MAY_SEND: Readonly<Record<View, readonly Kind[]>> = {
  presenter: [...SPEAKER_KINDS, ...STAGE_KINDS],
  speaker: [...SPEAKER_KINDS, 'point'],
  phone: [...SPEAKER_KINDS, 'point'],
  standby: STAGE_KINDS,
};

/** What only a stage says of itself while a tool is on: its size, and what it brings out. */
const STAGE_ACTIONS: readonly PointingAction['type'][] = ['screen', 'lit'];

/** Whether windows of the view may be stages. */
function isStage(view: View): boolean {
  return view === 'presenter' || view === 'standby';
}

/** Returns the message as a view may send it; undefined if it may not. */
export function allowedMessage(view: View, message: SpeakerMessage): SpeakerMessage | undefined {
  if (!MAY_SEND[view].includes(message.kind)) return undefined;
  if (message.kind !== 'point') return message;
  const actions = parsePointing(message.actions).filter(({ type }) => isStage(view) || !STAGE_ACTIONS.includes(type));
  return actions.length > 0 ? { kind: 'point', actions } : undefined;
}

/** Whether a view has a use for the message: what a speaker asks for is for stages. */
export function isFor(view: View, { kind }: SpeakerMessage): boolean {
  return isStage(view) || !SPEAKER_KINDS.includes(kind);
}

/** Returns the id of the stage that a message claims to be from; undefined if it claims none. */
export function stageIdOf(message: SpeakerMessage): string | undefined {
  if (!('stage' in message)) return undefined;
  const { stage } = message;
  return typeof stage === 'string' ? stage : stage?.id;
}
