import { useEffect, useRef, type ReactElement } from 'react';
import { toggleFullscreen } from '../player/fullscreen';
import { usePlayer } from '../player/usePlayer';
import { preflightChecks, summarizeChecks, type PreflightCheck, type CheckState } from './preflightChecks';
import { ClickerTest } from './ClickerTest';
import { Dialog } from './Dialog';
import type { OverlayProps } from './overlayProps';
import { usePreflightState } from './usePreflightState';

const STATE_ICONS: Readonly<Record<CheckState, readonly [mark: string, said: string]>> = {
  fine: ['✓', 'Fine'],
  look: ['!', 'Needs a look'],
  open: ['…', 'Not yet'],
};

const ACTION_LABELS: Readonly<Record<NonNullable<PreflightCheck['action']>, string>> = {
  fullscreen: 'Fill the screen',
  speaker: 'Open it',
  larger: 'Larger text',
  lead: 'Lead from here',
};

/** Looks at the room before the talk: what is ready, what is not, and what the clicker sends. */
export function Preflight({ player, effects }: OverlayProps): ReactElement {
  const clickerTest = useRef<HTMLDivElement>(null);
  const scrollContainer = useRef<HTMLDivElement>(null);
  const checks = preflightChecks(usePreflightState(usePlayer(player)));
  const summary = summarizeChecks(checks);
  const needsAttention = checks.some(({ state }) => state === 'look');

  const focusClickerTest = (): void => clickerTest.current?.focus({ preventScroll: true });
  useEffect(focusClickerTest, []);

  const runAction = (offer: NonNullable<PreflightCheck['action']>): void => {
    if (offer === 'fullscreen') void toggleFullscreen();
    else if (offer === 'speaker') effects.openSpeaker();
    else if (offer === 'lead') effects.takeLead();
    else player.press('larger');
    // The button may be gone once it has done its work; the clicker's Enter must not press the next one.
    focusClickerTest();
  };

  return (
    <Dialog player={player} title="Check the room">
      <div className="preflight" ref={scrollContainer}>
        <section className="preflight__checks" aria-label="Checks">
          <p className="preflight__summary" data-state={needsAttention ? 'look' : 'fine'} role="status">
            {summary}
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
