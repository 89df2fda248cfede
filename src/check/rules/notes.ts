import type { Stop } from '../../core/timeline';
import { valueAt } from '../../compiler/story/jsonPath';
import { createFinding, quote, type Finding, type CheckRule } from '../finding';
import { formatLocation, movingPanes, stepLocation, type CheckInput, type StoryLocation } from '../checkInput';

/** Reports what a stop lacks: notes, a title that is unique in its scene, a planned time and a caption where others have one. */
export const notesRule: CheckRule = {
  name: 'notes',
  check: (input) => [...input.timeline.stops.flatMap((stop) => checkNotes(input, stop)), ...checkDwell(input), ...checkCaptions(input)],
};

function warning(input: CheckInput, stop: Stop, keys: readonly PropertyKey[], message: string): Finding {
  const { document, path } = notesLocation(input, stop);
  return createFinding('warning', { document, path: [...path, ...keys] }, message);
}

/** Returns the location of the step that has the notes of a stop: that of a pane, if the stop has none of its own. */
function notesLocation(input: CheckInput, stop: Stop): StoryLocation {
  const own = stepLocation(input, stop);
  const [pane] = movingPanes(stop);
  return pane && valueAt(own.document.value, [...own.path, 'notes']) === undefined ? stepLocation(input, pane.stop) : own;
}

function checkDwell(input: CheckInput): readonly Finding[] {
  return checkPartial(input, 'dwell', 'the speaker’s clock guesses how long it takes. Add the seconds it is meant to take');
}

function checkCaptions(input: CheckInput): readonly Finding[] {
  return checkPartial(input, 'caption', 'a booth shows an empty band there. Write what a visitor should know');
}

/** Reports the first stop without a field that others have. */
function checkPartial(input: CheckInput, field: 'dwell' | 'caption', why: string): readonly Finding[] {
  const { stops } = input.timeline;
  const [first, ...others] = stops.filter(({ source }) => source[field] === undefined);
  if (!first || others.length + 1 === stops.length) return [];
  const also = others.length === 0 ? '' : `, nor ${others.length === 1 ? 'has 1 stop' : `have ${others.length} stops`} after it`;
  return [warning(input, first, [], `has no "${field}"${also}, though others have one: ${why}`)];
}

function checkNotes(input: CheckInput, stop: Stop): readonly Finding[] {
  // Only a recording may leave notes out. Its stops then have default notes, which are not the author's.
  const { document, path } = notesLocation(input, stop);
  if (valueAt(document.value, [...path, 'notes']) === undefined) {
    const message = 'has no "notes", and the speaker window has nothing to show but its title. Write what to say and what to point at';
    return [warning(input, stop, [], message)];
  }
  const { title, notes } = stop.source;
  const earlier = input.timeline.stops.slice(0, stop.index);
  const where = (other: Stop): string => formatLocation(notesLocation(input, other));
  const say = notes.say.trim();
  const sameNotes = say === '' ? undefined : earlier.find(({ source }) => source.notes.say.trim() === say);
  const sameTitle = earlier.find(({ scene, source }) => scene === stop.scene && source.title.trim() === title.trim());
  const findings = (['say', 'point'] as const)
    .filter((key) => notes[key].trim() === '')
    .map((key) => {
      const advice = `Write what to ${key === 'say' ? 'say' : 'point at'}`;
      return warning(input, stop, ['notes', key], `the note is blank, and the speaker window has nothing to show at this stop. ${advice}`);
    });
  if (sameNotes) {
    const message = `the same words as at ${where(sameNotes)}; a presenter who reads them twice is lost. Write what is new here`;
    findings.push(warning(input, stop, ['notes', 'say'], message));
  }
  if (sameTitle) {
    const message = `${quote(title)} is the title of ${where(sameTitle)} as well, so overview and search show two alike. Name what is new`;
    findings.push(warning(input, stop, ['title'], message));
  }
  return findings;
}
