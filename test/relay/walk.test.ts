import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RelayClient } from '../support/relayClient';
import { startTestTalk } from '../support/relayClient';

const NEXT = { kind: 'wish', wish: { type: 'next', at: 0, repeat: false } } as const;
const SHOW = { stop: 9, playing: false, arrival: 1, curtain: 'open', covered: false, wire: false, autoplay: false };

type Step = 'pair' | 'press' | 'remove' | 'drop' | 'late' | 'pretend' | 'replay';

/** Whatever devices do, the stage gets the presses of paired devices, and nothing else. */
it('takes to the stage exactly the presses of devices that are paired', { timeout: 60_000 }, async () => {
  const steps = fc.array(fc.constantFrom<Step>('pair', 'pair', 'press', 'press', 'press', 'remove', 'drop', 'late', 'pretend', 'replay'), {
    maxLength: 25,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (walk) => {
      const talk = await startTestTalk();
      const stage = await talk.openStage();
      const paired: RelayClient[] = [];
      const gone: RelayClient[] = [];
      let expected = 0;
      for (const step of walk) {
        const device = paired[0];
        if (step === 'pair' && paired.length < 8) paired.push(await talk.pair(paired.length % 2 === 0 ? 'phone' : 'speaker'));
        if (step === 'late') (await talk.pair('standby')).socket.terminate();
        if (step === 'replay')
          await talk
            .pair('phone')
            .then((client) => client.join('used'))
            .catch(() => {});
        if (step === 'press' && device) {
          device.say(NEXT);
          await device.settle();
          expected += 1;
        }
        if ((step === 'remove' || step === 'drop' || step === 'pretend') && device) {
          paired.shift();
          gone.push(device);
          if (step === 'drop') device.socket.terminate();
          if (step === 'pretend') device.say({ kind: 'show', show: SHOW, stage: { id: 'x', term: 9, since: 0 } });
          if (step === 'remove') {
            await stage.settle();
            const list = stage.received.filter((each) => each.type === 'devices').at(-1)!.devices;
            for (const { id, isOnline } of list) if (isOnline) stage.send({ type: 'remove', device: id });
            await stage.settle();
            gone.push(...paired.splice(0));
          }
          // What they send afterwards must not arrive.
          for (const each of gone) if (each.socket.readyState === each.socket.OPEN) each.say(NEXT);
          await device.closed;
        }
      }
      await stage.settle();
      const messages = stage.received.filter((each) => each.type === 'message');
      expect(stage.wishes()).toHaveLength(expected);
      expect(messages).toHaveLength(expected);
      await talk.close();
    }),
    { numRuns: 25 },
  );
});
