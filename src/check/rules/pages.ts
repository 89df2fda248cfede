import { contrastRatio } from '../../core/colour';
import { PAGE_SURFACES } from '../../kinds/page/compile/lookColours';
import { isPage, type PageScene } from '../../kinds/page/scene';
import { stepLocation, type StoryLocation } from '../checkInput';
import { createFinding, type CheckRule, type Finding } from '../finding';

/** Least contrast of what is told apart by its colour (WCAG 2.2, 1.4.11). */
const MIN_CONTRAST = 3;

/**
 * Reports changes of pages after which nothing is different, steps of a page that look the same as the one before, and an accent that
 * cannot be told from the page. Words on and in a page's own colours can always be read: the build chooses their colours.
 */
export const pagesRule: CheckRule = {
  name: 'pages',
  check({ allStops, ...input }) {
    return allStops.flatMap((stop): Finding[] => {
      const { scene, step } = stop;
      if (!isPage(scene)) return [];
      const location = stepLocation(input, stop);
      const accent = step === 0 ? accentFinding(location, scene) : [];
      const unchanged = scene.steps[step]?.unchanged ?? [];
      if (step > 0 && unchanged.length === 0 && shownAt(scene, step) === shownAt(scene, step - 1))
        return [createFinding('warning', location, SAME_STEP)];
      return [...accent, ...unchanged.map((change) => createFinding('warning', locateChange(location, change), NO_CHANGE))];
    });
  },
};

const NO_CHANGE = 'changes nothing, since the part has this value already. Leave it out, or check that it is the part you mean';

const SAME_STEP =
  'shows the same as the step before, so the room waits for something that does not come. Say both at one step, or change something: ' +
  '"set", "add", "remove", "type", "scroll", "pointer" or "press"';

/** Returns all that a step of a page shows, to compare it with that of another. Parts that are the same have the same numbers. */
function shownAt({ steps }: PageScene, step: number): string {
  const { root, typed, scroll, pointer, press } = steps[step]!;
  return JSON.stringify([root, typed, scroll, pointer, press]);
}

/** Returns the location of a change such as `build.state`. */
function locateChange({ document, path }: StoryLocation, change: string): StoryLocation {
  return { document, path: [...path, 'set', ...change.split('.')] };
}

function accentFinding({ document }: StoryLocation, { look: { accent, theme } }: PageScene): readonly Finding[] {
  const ratio = contrastRatio(accent, PAGE_SURFACES[theme]);
  if (ratio >= MIN_CONTRAST) return [];
  const message =
    `${accent} has a contrast of ${ratio.toFixed(1)}:1 against the ${theme} page, where buttons need ${MIN_CONTRAST}:1 ` +
    'to be seen from the back row. Take a colour that stands out';
  return [createFinding('warning', { document, path: ['look', 'accent'] }, message)];
}
