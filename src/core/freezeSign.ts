/** Panels that show the room where the speaker looks. While the view is frozen, their first press only asks. */
export type AskingOverlay = 'overview' | 'goto';

/** What the stage says after a press while its view is frozen and no speaker window is connected. ADR 058 */
export interface FreezeSign {
  /** `frozen`: the freeze goes on; `ended`: the press has ended it; a panel: a second press opens it. */
  readonly kind: 'frozen' | 'ended' | AskingOverlay;
  /** Time of the press, in milliseconds. */
  readonly at: number;
}

/** Milliseconds until the sign goes, and within which a second press opens a panel. */
export const FREEZE_SIGN_MS = 4000;

const TEXTS: Readonly<Partial<Record<FreezeSign['kind'], string>>> = { frozen: 'Frozen: z goes on', ended: 'No longer frozen' };

export function freezeSignText(sign: FreezeSign | undefined): string | undefined {
  return sign && (TEXTS[sign.kind] ?? 'Frozen: press again to show the room all stops');
}

/** The parts of the show state that the sign depends on. */
interface FreezableView {
  readonly frozen: object | undefined;
  readonly connected: boolean;
  readonly overlay: string | undefined;
  readonly freezeSign: FreezeSign | undefined;
}

/** Whether a press for the panel has just been answered by asking. */
export function isAskedAgain({ freezeSign }: Pick<FreezableView, 'freezeSign'>, overlay: AskingOverlay, at: number): boolean {
  return freezeSign?.kind === overlay && at - freezeSign.at < FREEZE_SIGN_MS;
}

/** Commands that are no presses, and the digits of a number, which is shown itself. */
const UNSIGNED_COMMANDS: ReadonlySet<string> = new Set(['elapse', 'autoAdvance', 'connect', 'pendingNumber', 'endFreezeSign']);

/** Returns `next`, the view after `command`, with the sign that answers it. With a speaker window there is none: that shows the freeze. */
export function withFreezeSign<View extends FreezableView>(
  view: View,
  next: View,
  command: { readonly type: string; readonly at: number },
): View {
  if (next.connected) return next.freezeSign ? { ...next, freezeSign: undefined } : next;
  if (UNSIGNED_COMMANDS.has(command.type) || !(view.frozen ?? next.frozen)) return next;
  return { ...next, freezeSign: signAfter(view, next, command) };
}

function signAfter(
  view: FreezableView,
  next: FreezableView,
  { type, at }: { readonly type: string; readonly at: number },
): FreezeSign | undefined {
  if (!next.frozen) return type === 'freeze' ? undefined : { kind: 'ended', at };
  const asks = (type === 'overview' || type === 'goto') && next.overlay === view.overlay;
  return { kind: asks ? type : 'frozen', at };
}
