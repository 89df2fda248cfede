// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useSyncExternalStore, type ReactElement } from 'react';
import { afterEach, expect, test } from 'vitest';
import { createTimeline, stopAt } from '../../src/core/timeline';
import { PhoneTools } from '../../src/speaker/phone/PhoneTools';
import type { SpeakerStore } from '../../src/speaker/speakerStore';
import { ChannelHub } from '../support/channelHub';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';
import { ManualClock } from '../support/manualClock';
import { openSpeakerWindow, openStage } from '../support/speakerSession';

afterEach(cleanup);

const timeline = createTimeline(
  fakeStory([[fakeStep(), fakeStep({ surface: 'terminal', blocks: [{ type: 'shell', prompt: '$', command: 'npm run build' }] })]]),
  describeFake,
);

function Tools({ store }: { readonly store: SpeakerStore }): ReactElement {
  const { show } = useSyncExternalStore(store.subscribe, store.getState);
  return <PhoneTools store={store} show={show} stop={stopAt(timeline, show.stop)} disabled={false} />;
}

const names = (): (string | null)[] => screen.getAllByRole('button').map((each) => each.getAttribute('aria-label'));

test('A phone types by hand while something is left to type, and then has its other buttons again', async () => {
  const [hub, clock] = [new ChannelHub(), new ManualClock()];
  const stage = openStage(hub, clock, timeline);
  const { store, close } = openSpeakerWindow(hub, clock, timeline);
  await stage.player.loadTyping();
  render(<Tools store={store} />);
  const others = names();
  act(() => {
    stage.player.press('typing');
    stage.player.press('next');
    clock.advance(5000);
  });
  expect(names()).toEqual(['Black', 'Type', 'Enter']);
  const before = stage.player.getState().show.position.heldAt!;
  fireEvent.pointerDown(screen.getByRole('button', { name: 'Type' }), { isPrimary: true, button: 0 });
  expect(stage.player.getState().show.position.heldAt).toBeGreaterThan(before);
  fireEvent.pointerDown(screen.getByRole('button', { name: 'Enter' }), { isPrimary: true, button: 0 });
  expect(stage.player.getState().show.position.heldAt).toBeUndefined();
  expect(names()).toEqual(others);
  close();
  stage.close();
});
