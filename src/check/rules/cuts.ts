import { brokenStops } from '../../core/brokenStops';
import { cutNames } from '../../core/cutNames';
import { isOptional, stopsOfCut } from '../../core/cuts';
import type { NeededStop } from '../../core/neededStops';
import { stopKey } from '../../core/stopNumber';
import { formatLocation, stepLocation, type CheckInput } from '../checkInput';
import { createFinding, type CheckRule, type Finding } from '../finding';

/** Reports short versions, and optional stops, without which a later picture is not whole. ADR 054 */
export const cutsRule: CheckRule = {
  name: 'cuts',
  check: (input) => [...cutNames(input.published.story).flatMap((cut) => checkCut(input, cut)), ...checkOptionalStops(input)],
};

function checkCut(input: CheckInput, cut: string): readonly Finding[] {
  return brokenStops(input.timeline, new Set(stopsOfCut(input.published.story, cut))).map((needed) => {
    const message = `the short version "${cut}" leaves out ${reason(input, needed)}. Keep that one, or leave out both`;
    return createFinding('error', stepLocation(input, needed.by), message);
  });
}

/** An optional stop that one needs which always stays is never dropped. */
function checkOptionalStops(input: CheckInput): readonly Finding[] {
  return input.timeline.stops
    .filter(({ scene, step }) => isOptional(scene, step))
    .flatMap((stop) => brokenStops(input.timeline, new Set([stopKey(stop)])))
    .filter(({ by }) => !isOptional(by.scene, by.step))
    .map((needed) => {
      const by = formatLocation(stepLocation(input, needed.by));
      const message = `is optional, and the speaker window will not offer to drop it: ${by} needs it`;
      return createFinding('warning', stepLocation(input, needed.stop), `${message}, as ${WHY[needed.why]}`);
    });
}

const WHY: Readonly<Record<NeededStop['why'], string>> = {
  continues: 'it goes on in the terminal where this stop leaves it',
  over: 'it opens in a window over it',
};

function reason(input: CheckInput, { stop, why }: NeededStop): string {
  const where = formatLocation(stepLocation(input, stop));
  return why === 'over' ? `${where}, over which this scene opens` : `${where}, in whose terminal this scene goes on`;
}
