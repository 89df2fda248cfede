import { act, render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { story as builtStory } from 'virtual:story';
import { vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import type { ShowState } from '../../src/core/show';
import { createTimeline } from '../../src/core/timeline';
import { fillStory } from '../../src/core/variables';
import { describeStep } from '../../src/kinds/registry';
import { bindKeyboard } from '../../src/player/keyboard';
import { Player } from '../../src/player/player';
import Wire from '../../src/wire/Wire';
import { createFixedClock } from './testPlayer';

export interface RenderedPanel extends RenderResult {
  readonly player: Player;
  readonly user: UserEvent;
  readonly show: () => ShowState;
  /** Returns the panel's markup. */
  readonly panelHtml: () => string;
  readonly close: () => void;
}

/** Renders the demo's wire panel at a stop, with the keyboard of the stage. */
export function renderWirePanel(stop: number): RenderedPanel {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  const player = new Player({
    timeline: createTimeline(fillStory(builtStory), describeStep),
    motion: false,
    stop,
    clock: createFixedClock(),
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
    panelHtml: () => view.container.querySelector('.wire')?.outerHTML ?? '',
    close: () => {
      act(() => view.unmount());
      unbind();
    },
  };
}
