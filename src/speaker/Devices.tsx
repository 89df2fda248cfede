import { useEffect, useMemo, useState, type ReactElement } from 'react';
import type { Device, DeviceView } from '../core/relayProtocol';
import type { RelayLink, RelayState } from '../player/relayLink';
import css from './devices.css?inline';
import { useRelayState } from './useRelayState';

interface DevicesProps {
  readonly relay: RelayLink;
  readonly onClose: () => void;
}

const VIEWS: readonly { readonly view: DeviceView; readonly label: string; readonly text: string }[] = [
  { view: 'phone', label: 'Phone', text: 'Large buttons, your notes and the time, for one hand.' },
  { view: 'speaker', label: 'Second laptop', text: 'This window as it is, on another computer or a tablet.' },
  { view: 'standby', label: 'Standby stage', text: 'Follows the stage, and takes over with one press if this computer fails.' },
];

const STATUS_HINTS: Readonly<Record<RelayState['status'], string>> = {
  connecting: 'Connecting…',
  online: 'A code is made…',
  reconnecting: 'The relay does not answer. It is tried again; paired devices stay paired.',
  refused: 'The relay was started anew. Open the address that it printed; the devices have to be paired again.',
};

function pairingHint(seconds: number): string {
  return `Scan it, or open the address there. It pairs one device within ${Math.round(seconds / 60)} minutes.`;
}

/** The QR code that pairs a device, and the devices that are paired. Not modal: keys still act on the stage. */
export default function Devices({ relay, onClose }: DevicesProps): ReactElement {
  const { status, invitation, devices } = useRelayState(relay) ?? relay.getState();
  const [view, setView] = useState<DeviceView>('phone');
  const isOnline = status === 'online';
  useEffect(() => {
    if (isOnline) relay.invite(view);
  }, [relay, view, isOnline]);
  // A new code just before this one expires.
  useEffect(() => {
    if (!invitation) return undefined;
    const timer = setTimeout(() => relay.invite(invitation.view), (invitation.seconds - 5) * 1000);
    return () => clearTimeout(timer);
  }, [relay, invitation]);
  useEffect(() => relay.endInvitation, [relay]);
  const shown = isOnline && invitation?.view === view ? invitation : undefined;
  return (
    <section className="speaker-panel speaker-devices" aria-labelledby="devices">
      <style>{css}</style>
      <header className="speaker-help__head">
        <h2 id="devices">Devices</h2>
        <button type="button" className="speaker-small-button" onClick={onClose}>
          Close <kbd>Esc</kbd>
        </button>
      </header>
      <div className="speaker-devices__columns">
        <div className="speaker-devices__pairing">
          <div className="speaker-devices__views" role="group" aria-label="Pair">
            {VIEWS.map((each) => (
              <button
                key={each.view}
                type="button"
                className="speaker-button"
                aria-pressed={each.view === view}
                data-on={each.view === view ? '' : undefined}
                onClick={() => setView(each.view)}
              >
                {each.label}
              </button>
            ))}
          </div>
          <p>{VIEWS.find((each) => each.view === view)?.text}</p>
          {shown ? <QrCode rows={shown.qr} /> : <div className="speaker-devices__code speaker-devices__code--empty" />}
          <p className="speaker-devices__link">{shown?.url}</p>
          <p className="speaker-label" role="status">
            {shown ? pairingHint(shown.seconds) : STATUS_HINTS[status]}
          </p>
        </div>
        <div className="speaker-devices__list">
          <h3 className="speaker-label">Paired</h3>
          {devices.length === 0 && <p>No device yet.</p>}
          <ul>
            {devices.map((device) => (
              <DeviceRow key={device.id} device={device} onRemove={() => relay.removeDevice(device.id)} />
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}

function DeviceRow({ device, onRemove }: { readonly device: Device; readonly onRemove: () => void }): ReactElement {
  const { name, since, isOnline } = device;
  const time = new Date(since).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return (
    <li data-offline={isOnline ? undefined : ''}>
      <span>
        {name}
        <small>
          {isOnline ? 'connected' : 'out of reach'} · paired at {time}
        </small>
      </span>
      <button type="button" className="speaker-small-button" aria-label={`Remove ${name}`} onClick={onRemove}>
        Remove
      </button>
    </li>
  );
}

function QrCode({ rows }: { readonly rows: readonly string[] }): ReactElement {
  const path = useMemo(
    () => rows.flatMap((row, y) => Array.from(row, (module, x) => (module === '1' ? `M${x} ${y}h1v1h-1z` : ''))).join(''),
    [rows],
  );
  return (
    <svg
      className="speaker-devices__code"
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      role="img"
      aria-label="QR code of the address below"
    >
      <path d={path} shapeRendering="crispEdges" />
    </svg>
  );
}
