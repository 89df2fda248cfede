/** What a window does in a talk with a relay: one lazily loaded chunk. ADR 057 */
export { RelayLink } from './relayLink';
export { standBy } from './standby';
