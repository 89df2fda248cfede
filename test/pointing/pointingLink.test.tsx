import { expect, test } from 'vitest';
import { PointingLink } from '../../src/pointing/pointingLink';
import { ChannelHub } from '../support/channelHub';
import { createMemoryStore } from '../support/testPlayer';

const screen = { type: 'screen', width: 1920, height: 997, bar: 83, textScale: 1 } as const;
const stroke = { type: 'draw', stop: 'a/0', id: 's', colour: 'blue', straight: false, points: [0, 0, 5, 5] } as const;
const nextFrames = () => new Promise((resolve) => setTimeout(resolve, 150));

test('both windows know the same, also one that opens late, and ink that cannot be stored survives a reload of the stage', async () => {
  const hub = new ChannelHub();
  const stage = new PointingLink(hub.open(), 'demo', createMemoryStore());
  const closeStage = stage.connect();
  stage.dispatch(screen);
  stage.dispatch(stroke);
  await nextFrames();
  const speaker = new PointingLink(hub.open(), 'demo');
  const closeSpeaker = speaker.connect();
  await nextFrames();
  expect(speaker.getState()).toMatchObject({ ink: stage.getState().ink, screen: { width: 1920 } });
  speaker.dispatch({ type: 'move', x: 0.25, y: 0.5 });
  await nextFrames();
  expect(stage.getState()).toMatchObject({ x: 0.25, y: 0.5 });
  closeStage();
  const again = new PointingLink(hub.open(), 'demo', createMemoryStore());
  const closeAgain = again.connect();
  await nextFrames();
  expect(again.getState().ink).toEqual(speaker.getState().ink);
  closeAgain();
  closeSpeaker();
});

test('a hundred movements in one frame are two messages at most', async () => {
  const hub = new ChannelHub();
  const link = new PointingLink(hub.open(), 'demo');
  for (let step = 1; step <= 100; step += 1) link.dispatch({ type: 'move', x: step / 100, y: 0.5 });
  await nextFrames();
  expect(hub.sent.length).toBeLessThanOrEqual(2);
  expect(hub.sent.at(-1)).toEqual({ kind: 'point', actions: [{ type: 'move', x: 1, y: 0.5 }] });
});
