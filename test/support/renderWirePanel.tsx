import { act, render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { story as builtStory } from 'virtual:story';
import { vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import type { Show } from '../../src/core/show';
import { timelineOf } from '../../src/core/timeline';
import { fillStory } from '../../src/core/variables';
import { describe } from '../../src/kinds/registry';
import { bindKeyboard } from '../../src/player/keyboard';
import { Player } from '../../src/player/player';
import Wire from '../../src/wire/Wire';
import { stillClock } from './testPlayer';

export interface Beside extends RenderResult {
  readonly player: Player;
  readonly user: UserEvent;
  readonly show: () => Show;
  /** The panel as it stands, without what differs from one rendering to the next by design. */
  readonly picture: () => string;
  readonly close: () => void;
}

/** The demo at a stop with its panel open, and the keyboard as on stage. */
export function openPanel(stop: number): Beside {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  const player = new Player({
    timeline: timelineOf(fillStory(builtStory), describe),
    motion: false,
    stop,
    clock: stillClock(),
    settings: DEFAULT_SETTINGS,
  });
  const unbind = bindKeyboard(player, { openSpeaker: () => {}, takeLead: () => {} });
  player.press('wire');
  const view = render(<Wire player={player} />);
  return {
    ...view,
    player,
    user: userEvent.setup(),
    show: () => player.getState().show,
    picture: () => view.container.querySelector('.wire')?.outerHTML ?? '',
    close: () => {
      act(() => view.unmount());
      unbind();
    },
  };
}
