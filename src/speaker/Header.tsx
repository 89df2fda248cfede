import type { ReactElement } from 'react';
import { describePlace } from '../core/stopNumber';
import type { Stop } from '../core/timeline';
import type { RelayState } from '../player/relayLink';
import { toggleFullscreen } from '../player/fullscreen';
import type { SpeakerState, SpeakerStore } from './speakerStore';
import type { ConnectionStatus } from './stageConnection';

interface HeaderProps {
  readonly store: SpeakerStore;
  readonly state: SpeakerState;
  readonly stop: Stop;
  /** Undefined without a relay. */
  readonly relay: RelayState | undefined;
}

const CONNECTION_LABELS: Readonly<Record<ConnectionStatus, string>> = {
  searching: 'Looking for the stage…',
  online: 'Stage connected',
  silent: 'No answer from the stage',
};

/** The current stop, the state of the connection, and the buttons for this window. */
export function Header({ store, state, stop, relay }: HeaderProps): ReactElement {
  const { connectionStatus, pendingNumber, settings, isHelpOpen, isDevicesOpen } = state;
  const { timeline } = store;
  return (
    <header className="speaker-header">
      <h1 className="speaker-header__title">
        Speaker <bdi>{timeline.story.title}</bdi>
      </h1>
      <p className="speaker-header__position">{describePlace(timeline, stop, ' · ')}</p>
      {pendingNumber && (
        <p className="speaker-header__pending-number">
          Go to <b>{pendingNumber.text}</b> <kbd>Enter</kbd>
        </p>
      )}
      <p className="speaker-header__connection" data-line={connectionStatus} role="status">
        <span>{CONNECTION_LABELS[connectionStatus]}</span>
      </p>
      <div className="speaker-header__actions" role="group" aria-label="This window">
        {relay?.view === 'presenter' && (
          <button
            type="button"
            className="speaker-small-button"
            aria-expanded={isDevicesOpen}
            onClick={() => store.setDevicesOpen(!isDevicesOpen)}
          >
            Devices {relay.devices.length > 0 && <b>{relay.devices.length}</b>}
          </button>
        )}
        <button type="button" className="speaker-small-button" onClick={store.toggleTheme}>
          {settings.theme === 'dark' ? 'Light' : 'Dark'} <kbd>d</kbd>
        </button>
        <button type="button" className="speaker-small-button" onClick={() => void toggleFullscreen()}>
          Full screen <kbd>f</kbd>
        </button>
        <button type="button" className="speaker-small-button" aria-expanded={isHelpOpen} onClick={() => store.setHelpOpen(!isHelpOpen)}>
          Keys <kbd>?</kbd>
        </button>
      </div>
    </header>
  );
}
