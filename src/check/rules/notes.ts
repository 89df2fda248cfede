import type { Stop } from '../../core/timeline';
import { valueAt } from '../../compiler/story/jsonPath';
import { createFinding, quote, type Finding, type CheckRule } from '../finding';
import { formatLocation, stepLocation } from '../checkInput';

/** What the presenter has in hand at each stop: words to say, a name to find it by, a time. */
export const notesRule: CheckRule = {
  name: 'notes',
  description:
    'Notes that are missing, blank or the same twice, stops of a scene with the same title, stops without a planned time where others have one (warning).',
  check(subject) {
    const { stops } = subject.timeline;
    const warning = (stop: Stop, keys: readonly PropertyKey[], words: string): Finding => {
      const { document, path } = stepLocation(subject, stop);
      return createFinding('warning', document, [...path, ...keys], words);
    };
    const where = (stop: Stop): string => formatLocation(stepLocation(subject, stop));
    /** Only a recording may leave them out; its stops have stand-ins, which must not be taken for the author's words. */
    const hasNotes = (stop: Stop): boolean => {
      const { document, path } = stepLocation(subject, stop);
      return valueAt(document.value, [...path, 'notes']) !== undefined;
    };
    const [untimed, ...others] = stops.filter(({ source }) => source.dwell === undefined);
    const gap =
      untimed && others.length + 1 < stops.length
        ? [
            warning(
              untimed,
              [],
              `has no "dwell"${others.length === 0 ? '' : `, nor ${others.length === 1 ? 'has 1 stop' : `have ${others.length} stops`} after it`}, though others have one: the speaker’s clock guesses how long it takes. Add the seconds it is meant to take`,
            ),
          ]
        : [];

    const perStop = stops.flatMap((stop, index): Finding[] => {
      const { title, notes: own } = stop.source;
      if (!hasNotes(stop))
        return [
          warning(
            stop,
            [],
            'has no "notes", and the speaker window has nothing to show but its title. Write what to say and what to point at',
          ),
        ];
      const earlier = stops.slice(0, index);
      const blank = (['say', 'point'] as const).filter((key) => own[key].trim() === '');
      const said = own.say.trim() === '' ? undefined : earlier.find(({ source }) => source.notes.say.trim() === own.say.trim());
      const named = earlier.find(({ scene, source }) => scene === stop.scene && source.title.trim() === title.trim());
      return [
        ...blank.map((key) =>
          warning(
            stop,
            ['notes', key],
            `the note is blank, and the speaker window has nothing to show at this stop. Write what to ${key === 'say' ? 'say' : 'point at'}`,
          ),
        ),
        ...(said
          ? [
              warning(
                stop,
                ['notes', 'say'],
                `the same words as at ${where(said)}; a presenter who reads them twice is lost. Write what is new here`,
              ),
            ]
          : []),
        ...(named
          ? [
              warning(
                stop,
                ['title'],
                `${quote(title)} is the title of ${where(named)} as well, so overview and search show two alike. Name what is new`,
              ),
            ]
          : []),
      ];
    });
    return [...perStop, ...gap];
  },
};
