import type { DeviceView } from '../core/relayProtocol';
import { createSecret, isSameSecret } from './secrets';

/** Milliseconds a pairing code is valid. */
export const CODE_LIFETIME_MS = 10 * 60_000;
/** Codes that are remembered after they were used or have expired, so that the next one to open the link learns why it is refused. */
const MAX_REMEMBERED = 200;

export interface Invitation {
  readonly code: string;
  readonly view: DeviceView;
  /** Who asked for it. */
  readonly owner: object;
  readonly expiresAt: number;
}

type Refusal = 'usedCode' | 'expiredCode' | 'unknownKey';

/** The pairing codes. Each pairs one device. */
export class Invitations {
  #open: Invitation[] = [];
  #closed: { readonly code: string; readonly reason: Refusal }[] = [];

  create(view: DeviceView, owner: object, now: number): Invitation {
    const invitation = { code: createSecret(), view, owner, expiresAt: now + CODE_LIFETIME_MS };
    this.#open.push(invitation);
    return invitation;
  }

  /** Ends the codes that `owner` asked for. */
  cancel(owner: object): void {
    for (const each of this.#open) if (each.owner === owner) this.#close(each, 'expiredCode');
  }

  /** Uses up a code. Returns its invitation, or why there is none. */
  redeem(code: string, now: number): Invitation | Refusal {
    for (const each of this.#open) if (each.expiresAt <= now) this.#close(each, 'expiredCode');
    // Every code is compared, so that the time tells nothing.
    const found = this.#open.filter((each) => isSameSecret(each.code, code))[0];
    if (!found) return this.#closed.filter((each) => isSameSecret(each.code, code))[0]?.reason ?? 'unknownKey';
    this.#close(found, 'usedCode');
    return found;
  }

  #close(invitation: Invitation, reason: Refusal): void {
    this.#open = this.#open.filter((each) => each !== invitation);
    this.#closed = [...this.#closed, { code: invitation.code, reason }].slice(-MAX_REMEMBERED);
  }
}
