import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';

export interface NetworkAddress {
  readonly address: string;
  /** Name of the network interface, such as `en0`. */
  readonly name: string;
}

/** Interfaces of virtual machines, containers and tunnels, which no phone can reach. */
const VIRTUAL = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|utun|tun|tap|wg|tailscale|zt|lxc|cni|podman|bridge|llw|awdl)/u;

/** Networks of homes and offices first, then other private ones. */
const PRIVATE = [/^192\.168\./u, /^10\./u, /^172\.(?:1[6-9]|2\d|3[01])\./u];

/** Returns the addresses of this computer that other devices may reach, the likeliest first. */
export function listNetworkAddresses(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces()): NetworkAddress[] {
  const found = Object.entries(interfaces).flatMap(([name, infos = []]) =>
    infos
      .filter(({ internal, family, address }) => !internal && (family === 'IPv4' || !/^fe80:/iu.test(address)))
      .map(({ address, family }) => ({ address, name, rank: rankOf(address, family, name) })),
  );
  return found.toSorted((one, other) => one.rank - other.rank).map(({ address, name }) => ({ address, name }));
}

function rankOf(address: string, family: string, name: string): number {
  const index = PRIVATE.findIndex((pattern) => pattern.test(address));
  return (VIRTUAL.test(name) ? 100 : 0) + (family === 'IPv4' ? 0 : 10) + (index === -1 ? PRIVATE.length : index);
}

/** Returns the address to serve other devices on. @throws if there is none, or `wanted` is none of this computer */
export function chooseNetworkAddress(wanted: string | undefined, addresses: readonly NetworkAddress[] = listNetworkAddresses()): string {
  const list = addresses.map(({ address, name }) => `${address} (${name})`).join(', ');
  const [first] = addresses;
  if (!first)
    throw new Error(
      'This computer is in no network, so no other device can reach it. ' +
        'Join a network, such as the hotspot of the phone, or leave out --remote.',
    );
  if (wanted === undefined) return first.address;
  if (addresses.some(({ address }) => address === wanted)) return wanted;
  throw new Error(`${wanted} is no address of this computer in a network. It has: ${list}.`);
}

/** Returns `address` as in the host of a URL. */
export function urlHost(address: string, port: number): string {
  return `${address.includes(':') ? `[${address}]` : address}:${port}`;
}
