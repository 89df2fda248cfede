import type { DeviceView } from '../core/relayProtocol';

/** Queries of the pages that the views of other devices are. */
const QUERIES: Readonly<Record<DeviceView, (session: string) => string>> = {
  phone: (session) => `speaker=${session}&phone`,
  speaker: (session) => `speaker=${session}`,
  standby: (session) => `session=${session}&standby`,
};

/** Returns the link of a device. The code is in the fragment, which browsers do not send. */
export function deviceLink(host: string, session: string, view: DeviceView, code: string): string {
  return `http://${host}/?${QUERIES[view](session)}#pair=${code}`;
}

/** Returns the link of the stage on the presenter's computer. */
export function stageLink(host: string, session: string, token: string): string {
  return `http://${host}/?session=${session}#relay=${token}`;
}
