import { formatStopNumber } from '../core/stopNumber';
import { printsToTerminal, type Stop } from '../core/timeline';
import type { Selection } from './selection';

/** Returns the selected stops that print in the terminal. @throws if there are none, or one that was named does not print */
export function requirePrinted(all: readonly Stop[], selected: readonly Stop[], { scene, stop: names }: Selection): readonly Stop[] {
  const printed = selected.filter(printsToTerminal);
  const silent = names === undefined ? [] : selected.filter((stop) => !printsToTerminal(stop));
  if (printed.length > 0 && silent.length === 0) return printed;
  const which =
    silent.length > 0 ? `stop ${silent.map(formatStopNumber).join(', ')}` : scene === undefined ? 'any stop' : `the scene "${scene}"`;
  const numbers = all.filter(printsToTerminal).map(formatStopNumber).join(', ');
  const advice = numbers === '' ? 'This story prints nothing at all.' : `Stops that print, as the overview names them: ${numbers}.`;
  throw new Error(`Nothing is printed in the terminal at ${which}. ${advice}`);
}
