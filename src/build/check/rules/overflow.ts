import { count, finding, type Finding, type Rule } from '../finding';
import { stepOf } from '../subject';

/** Words a stop brings that the room could not read: the browser has looked at every one. */
export const overflow: Rule = {
  name: 'overflow',
  about: 'Words that are cut off or covered at 1280×720, looked for in a real browser on the built page (error; a warning where no browser is found).',
  check({ index, timeline, measured, ...subject }) {
    if ('skipped' in measured) return [finding('warning', index, [], `not measured whether every stop fits the stage: ${measured.skipped}`)];
    if ('failed' in measured) return [finding('error', index, [], `not measured whether every stop fits the stage, since the page could not be built and opened: ${measured.failed}`)];
    const { width, height } = measured.size;
    return timeline.stops.flatMap((stop): Finding[] => {
      const faults = measured.sights[stop.index]?.faults ?? [];
      const before = stop.step === 0 ? [] : (measured.sights[stop.index - 1]?.faults ?? []);
      // A page with several stops is told of once.
      if (faults.length === 0 || faults.join() === before.join()) return [];
      const { document, path } = stepOf(subject, stop);
      const more = faults.length === 1 ? '' : ` (and ${count(faults.length - 1, 'place')} more)`;
      return [finding('error', document, path, `at ${width}×${height} ${faults[0] ?? ''}${more}; the room cannot scroll. Use fewer or shorter words, or make two steps of it`)];
    });
  },
};
