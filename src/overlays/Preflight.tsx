import { useEffect, useRef, type ReactElement } from 'react';
import { toggleFullscreen } from '../player/fullscreen';
import { usePlayer } from '../player/usePlayer';
import { preflightChecks, summarizeChecks, type CheckAction, type CheckState } from './preflightChecks';
import { ClickerTest } from './ClickerTest';
import { Dialog } from './Dialog';
import type { OverlayProps } from './overlayProps';
import { usePreflightState } from './usePreflightState';

const STATE_ICONS: Readonly<Record<CheckState, readonly [icon: string, spokenText: string]>> = {
  fine: ['✓', 'Fine'],
  look: ['!', 'Needs a look'],
  open: ['…', 'Not yet'],
};

const ACTION_LABELS: Readonly<Record<CheckAction, string>> = {
  fullscreen: 'Fill the screen',
  speaker: 'Open it',
  larger: 'Larger text',
  lead: 'Lead from here',
};

/** The room check: a list of checks with their states, and a test of the clicker. */
export function Preflight({ player, effects }: OverlayProps): ReactElement {
  const clickerTest = useRef<HTMLDivElement>(null);
  const scrollContainer = useRef<HTMLDivElement>(null);
  const checks = preflightChecks(usePreflightState(usePlayer(player)));
  const needsAttention = checks.some(({ state }) => state === 'look');

  const focusClickerTest = (): void => clickerTest.current?.focus({ preventScroll: true });
  useEffect(focusClickerTest, []);

  const runAction = (action: CheckAction): void => {
    if (action === 'fullscreen') void toggleFullscreen();
    else if (action === 'speaker') effects.openSpeaker();
    else if (action === 'lead') effects.takeLead();
    else player.press('larger');
    // The button may disappear now; Enter on the clicker must not press another one.
    focusClickerTest();
  };

  return (
    <Dialog player={player} title="Check the room">
      <div className="preflight" ref={scrollContainer}>
        <section aria-label="Checks">
          <p className="preflight__summary" data-state={needsAttention ? 'look' : 'fine'} role="status">
            {summarizeChecks(checks)}
          </p>
          <ul>
            {checks.map(({ name, state, text, action }) => (
              <li key={name} className="check" data-state={state}>
                <span className="check__mark" aria-hidden="true">
                  {STATE_ICONS[state][0]}
                </span>
                <span className="sr-only">{STATE_ICONS[state][1]}: </span>
                <span className="check__text">
                  <b>{name}</b> <span>{text}</span>
                </span>
                {action && (
                  <button type="button" className="button" onClick={() => runAction(action)}>
                    {ACTION_LABELS[action]}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
        <ClickerTest focusTarget={clickerTest} scrollContainer={scrollContainer} />
      </div>
    </Dialog>
  );
}
