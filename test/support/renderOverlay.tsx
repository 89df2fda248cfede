import { render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { vi, type Mock } from 'vitest';
import type { OverlayName } from '../../src/core/show';
import Overlays from '../../src/overlays/Overlays';
import { bindKeyboard } from '../../src/player/keyboard';
import type { Player } from '../../src/player/player';
import { usePlayer } from '../../src/player/usePlayer';
import { createTestPlayer } from './testPlayer';

/** Stubs what jsdom lacks: modal dialogs, scrolling and IntersectionObserver. */
export function stubDialogApis(): void {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
  Element.prototype.scrollIntoView = () => {};
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
}

export interface RenderedOverlay extends RenderResult {
  readonly player: Player;
  readonly user: UserEvent;
  readonly openSpeaker: Mock<() => void>;
  /** The current stop, from 1. */
  readonly stop: () => number;
  readonly overlay: () => OverlayName | undefined;
}

let unbind = (): void => {};

/** Renders an overlay with the keyboard of the stage. */
export function renderOverlay(overlay: OverlayName, player = createTestPlayer(1)): RenderedOverlay {
  unbind();
  const openSpeaker = vi.fn<() => void>();
  const effects = { openSpeaker, takeLead: (): void => {} };
  unbind = bindKeyboard(player, effects);
  player.press(overlay);
  function CurrentOverlay() {
    const { show } = usePlayer(player);
    return show.overlay ? <Overlays player={player} effects={effects} overlay={show.overlay} /> : null;
  }
  return {
    ...render(<CurrentOverlay />),
    player,
    user: userEvent.setup(),
    openSpeaker,
    stop: () => player.getState().position.stop + 1,
    overlay: () => player.getState().show.overlay,
  };
}
