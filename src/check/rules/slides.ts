import { textWidth } from '../../core/terminal/width';
import type { Block } from '../../core/story';
import { plainText } from '../../core/richText';
import type { Stop } from '../../core/timeline';
import type { SlideScene } from '../../kinds/slide/scene';
import { createFinding, type CheckRule } from '../finding';
import { stepLocation } from '../checkInput';

/** Read in about 20 seconds, in which nobody listens. */
const MAX_WORDS = 60;
/** Cells of an average word with the space after it, in any script. */
const CELLS_PER_WORD = 6;
/** Type of this many pixels on a projector of 1080 lines is read without effort from the back row. */
const COMFORTABLE_PX = 32;

/** Reports slides with more on them than a room reads while somebody speaks, once per slide. */
export const slidesRule: CheckRule = {
  name: 'slides',
  check({ timeline, ...input }) {
    return timeline.stops
      .filter(({ scene, step }) => scene.kind === 'slide' && step === 0)
      .flatMap((stop) => {
        const stops = timeline.stops.filter(({ scene }) => scene === stop.scene);
        const messages = [tooManyWords(stops), tooSmall(stop.scene as SlideScene)].filter((message) => message !== undefined);
        const { document } = stepLocation(input, stop);
        return messages.map((message) => createFinding('warning', { document, path: ['kind'] }, `${message}. ${ADVICE}`));
      });
  },
};

const ADVICE = 'Say the rest, or make two slides of it';

function tooManyWords(stops: readonly Stop[]): string | undefined {
  const cells = stops
    .flatMap(({ readableBlocks = [] }) => readableBlocks.flatMap(readTexts))
    .reduce((sum, text) => sum + textWidth(text) + 1, 0);
  const words = Math.round(cells / CELLS_PER_WORD);
  if (words <= MAX_WORDS) return undefined;
  return `about ${words} words are on this slide; a room that reads more than ${MAX_WORDS} does not listen meanwhile`;
}

/** Returns what is read in full: code and tables are looked at. */
function readTexts(block: Block): readonly string[] {
  if (block.type === 'text') return block.lines.flatMap((line) => (typeof line === 'string' ? [line] : []));
  return block.type === 'list' ? block.items.map(({ text }) => plainText(text)) : [];
}

function tooSmall({ sizes: { body } }: SlideScene): string | undefined {
  if (body.wide >= COMFORTABLE_PX) return undefined;
  return (
    `so much is on this slide that its type is only ${body.wide} px high on a projector of 1080 lines, ` +
    `and the back row reads ${COMFORTABLE_PX} without effort`
  );
}
