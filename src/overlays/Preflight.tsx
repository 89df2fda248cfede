import { useEffect, useRef, type ReactElement } from 'react';
import { toggleFullscreen } from '../player/fullscreen';
import { usePlayer } from '../player/usePlayer';
import { checksOf, summaryOf, type Check, type CheckState } from './preflightChecks';
import { ClickerTest } from './ClickerTest';
import { Dialog } from './Dialog';
import type { OverlayProps } from './Overlays';
import { useFacts } from './usePreflightState';

const MARKS: Readonly<Record<CheckState, readonly [mark: string, said: string]>> = {
  fine: ['✓', 'Fine'],
  look: ['!', 'Needs a look'],
  open: ['…', 'Not yet'],
};

const OFFERS: Readonly<Record<NonNullable<Check['offer']>, string>> = {
  fullscreen: 'Fill the screen',
  speaker: 'Open it',
  larger: 'Larger text',
  lead: 'Lead from here',
};

/** Looks at the room before the talk: what is ready, what is not, and what the clicker sends. */
export function Preflight({ player, effects }: OverlayProps): ReactElement {
  const clicker = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const checks = checksOf(useFacts(usePlayer(player)));
  const summary = summaryOf(checks);
  const looks = checks.some(({ state }) => state === 'look');

  const focusPad = (): void => clicker.current?.focus({ preventScroll: true });
  useEffect(focusPad, []);

  const take = (offer: NonNullable<Check['offer']>): void => {
    if (offer === 'fullscreen') void toggleFullscreen();
    else if (offer === 'speaker') effects.openSpeaker();
    else if (offer === 'lead') effects.takeLead();
    else player.press('larger');
    // The button may be gone once it has done its work; the clicker's Enter must not press the next one.
    focusPad();
  };

  return (
    <Dialog player={player} title="Check the room">
      <div className="preflight" ref={sheet}>
        <section className="preflight__checks" aria-label="Checks">
          <p className="preflight__summary" data-state={looks ? 'look' : 'fine'} role="status">
            {summary}
          </p>
          <ul>
            {checks.map(({ name, state, text, offer }) => (
              <li key={name} className="check" data-state={state}>
                <span className="check__mark" aria-hidden="true">
                  {MARKS[state][0]}
                </span>
                <span className="sr-only">{MARKS[state][1]}: </span>
                <span className="check__text">
                  <b>{name}</b> <span>{text}</span>
                </span>
                {offer && (
                  <button type="button" className="button" onClick={() => take(offer)}>
                    {OFFERS[offer]}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
        <ClickerTest pad={clicker} sheet={sheet} />
      </div>
    </Dialog>
  );
}
