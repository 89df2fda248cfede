import type { Device, DeviceView } from '../core/relayProtocol';
import { MessageLimit } from './messageLimit';
import type { View } from './permissions';
import { createSecret, isSameSecret } from './secrets';

/** Paired devices at a time. */
const MAX_DEVICES = 12;
/** Ids of windows and stages that are remembered for one device: those of its last windows. */
const MAX_IDS = 100;

/** What a token stands for: the presenter's windows, or a paired device. */
export interface Credential {
  readonly id: string;
  readonly token: string;
  readonly view: View;
  readonly name: string;
  readonly since: number;
  readonly limit: MessageLimit;
  /** Ids of its windows and stages. No other device can speak under them. */
  ids: readonly string[];
}

/** The tokens of a talk. The first one is the presenter's. */
export class Credentials {
  readonly presenter: Credential;
  #all: Credential[];

  constructor(now: number) {
    this.presenter = createCredential('presenter', 'Presenter', now);
    this.#all = [this.presenter];
  }

  /** Returns the credential of a token. Every token is compared, so that the time tells nothing. */
  find(token: string): Credential | undefined {
    return this.#all.filter((each) => isSameSecret(each.token, token))[0];
  }

  /** Adds a device. Returns undefined if there are too many. */
  add(view: DeviceView, name: string, now: number): Credential | undefined {
    if (this.#all.length > MAX_DEVICES) return undefined;
    const device = createCredential(view, name, now);
    this.#all.push(device);
    return device;
  }

  /** Removes a device, whose token is invalid from then on. */
  remove(id: string): void {
    this.#all = this.#all.filter((each) => each === this.presenter || each.id !== id);
  }

  /** Returns whether the id of a window or stage belongs to `owner`, whose it becomes if it is nobody's. */
  claimId(id: string, owner: Credential): boolean {
    if (this.#all.some((each) => each !== owner && each.ids.includes(id))) return false;
    owner.ids = [...owner.ids.filter((each) => each !== id), id].slice(-MAX_IDS);
    return true;
  }

  devices(isOnline: (credential: Credential) => boolean): Device[] {
    return this.#all.flatMap((each) => {
      const { id, name, view, since } = each;
      return view === 'presenter' ? [] : [{ id, name, view, since, isOnline: isOnline(each) }];
    });
  }
}

function createCredential(view: View, name: string, now: number): Credential {
  return {
    id: createSecret().slice(0, 8),
    token: createSecret(),
    view,
    name,
    since: now,
    limit: new MessageLimit(performance.now()),
    ids: [],
  };
}
