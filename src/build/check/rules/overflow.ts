import { finding, quoted, type Finding, type Rule } from '../finding';
import { stepOf, type Sight } from '../subject';

/** Words a stop brings that the room could not read: the browser has looked at every one. */
export const overflow: Rule = {
  name: 'overflow',
  about: 'Words that are cut off or covered at 1280×720, looked for in a real browser on the built page (error; a warning where no browser is found).',
  check({ index, timeline, measured, ...subject }) {
    if ('skipped' in measured) return [finding('warning', index, [], `not measured whether every stop fits the stage: ${measured.skipped}`)];
    if ('failed' in measured) return [finding('error', index, [], `not measured whether every stop fits the stage, since the page could not be built and opened: ${measured.failed}`)];
    const { width, height } = measured.size;
    return timeline.stops.flatMap((stop): Finding[] => {
      const faults = faultsAt(measured.sights, stop.index);
      // Of several the first that says something; an arrow of the browser's bar is no help.
      const first = faults.find((fault) => /^“[^”]*\p{L}/u.test(fault)) ?? faults[0];
      // A page with several stops is told of once.
      if (first === undefined || (stop.step > 0 && faults.join() === faultsAt(measured.sights, stop.index - 1).join())) return [];
      const { document, path } = stepOf(subject, stop);
      const more = faults.length === 1 ? '' : `, and ${faults.length - 1} more`;
      return [finding('error', document, path, `at ${width}×${height} ${inWords(first)}${more}; the room cannot scroll. Use fewer or shorter words, or make two steps of it`)];
    });
  },
};

/** Without what lies under the terminal's own sign that there is more above: the terminal's rule tells of that. */
function faultsAt(sights: readonly Sight[], stop: number): readonly string[] {
  return sights[stop]?.faults.filter((fault) => !fault.includes('terminal__cue')) ?? [];
}

/** A fault without the page's own names for things. */
function inWords(fault: string): string {
  const [, words = fault, trouble = ''] = /^“(.*)” (.+)$/su.exec(fault) ?? [];
  return `${quoted(words)} is ${trouble.startsWith('covered') ? 'covered by something that lies over it' : trouble}`;
}
