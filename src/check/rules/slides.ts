import { textWidth } from '../../core/terminal/width';
import { seenTextsOf } from '../../kinds/slide/readSlide';
import { isSlide, type SlideScene } from '../../kinds/slide/scene';
import { shownAt } from '../../kinds/slide/steps';
import { createFinding, type CheckRule, type Finding } from '../finding';
import { stepLocation } from '../checkInput';

/** Read in about 20 seconds, in which nobody listens. */
const MAX_WORDS = 60;
/** Cells of an average word with the space after it, in any script. */
const CELLS_PER_WORD = 6;
/** Type of this many pixels on a projector of 1080 lines is read without effort from the back row. */
const COMFORTABLE_PX = 32;

/**
 * Reports slides with more on them than a room reads while somebody speaks, once per slide, and steps of a slide at which nothing happens.
 */
export const slidesRule: CheckRule = {
  name: 'slides',
  check({ allStops, ...input }) {
    return allStops.flatMap((stop): Finding[] => {
      const { scene, step } = stop;
      if (!isSlide(scene)) return [];
      const { document, path } = stepLocation(input, stop);
      if (step > 0)
        return shownAt(scene, step) === shownAt(scene, step - 1) ? [createFinding('warning', { document, path }, SAME_STEP)] : [];
      const messages = [tooManyWords(scene), tooSmall(scene)].filter((message) => message !== undefined);
      return messages.map((message) => createFinding('warning', { document, path: ['kind'] }, `${message}. ${ADVICE}`));
    });
  },
};

const SAME_STEP =
  'shows the same as the step before, so the room waits for something that does not come. Say both at one step, or let "show" differ';

const ADVICE = 'Say the rest, or make two slides of it';

function tooManyWords(scene: SlideScene): string | undefined {
  const cells = seenTextsOf(scene).reduce((sum, text) => sum + textWidth(text) + 1, 0);
  const words = Math.round(cells / CELLS_PER_WORD);
  if (words <= MAX_WORDS) return undefined;
  return `about ${words} words are on this slide; a room that reads more than ${MAX_WORDS} does not listen meanwhile`;
}

function tooSmall({ sizes: { body } }: SlideScene): string | undefined {
  if (body.wide >= COMFORTABLE_PX) return undefined;
  return (
    `so much is on this slide that its type is only ${body.wide} px high on a projector of 1080 lines, ` +
    `and the back row reads ${COMFORTABLE_PX} without effort`
  );
}
