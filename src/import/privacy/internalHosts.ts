import { findPrivateText } from '../../secrets/findPrivateText';

/** Whether a host name is one of an internal network: it has no dots, or an ending or an address that is not reachable from outside. */
export function isInternalHost(host: string): boolean {
  if (host === 'localhost' || host === '127.0.0.1' || host === '[::1]' || host === '0.0.0.0') return false;
  if (/^\[f[cde]/iu.test(host)) return true;
  return (
    (!host.includes('.') && !host.startsWith('[')) || findPrivateText(host).some(({ kind, value }) => kind === 'host' && value === host)
  );
}
