import type { Scene } from '../../../core/story';
import { pluralize } from '../../../core/pluralize';
import { closestMatch } from '../../../core/closestMatch';
import type { CompileContext } from '../../compileContext';
import type { SplitScene, SplitStep } from '../scene';
import type { SplitSource } from '../schema';

/** Compiles a split stage: reads the scene of each pane, and counts its steps. */
export async function compileSplit({ panes, steps, ...scene }: SplitSource, context: CompileContext): Promise<SplitScene | undefined> {
  const scenes = await Promise.all(panes.map((pane, index) => context.readScene(pane.scene, ['panes', index, 'scene'])));
  if (scenes.includes(undefined)) return undefined;
  const known = scenes as readonly Scene[];
  if (!areUsable(known, panes, context)) return undefined;
  const placed = placeSteps(steps, known, context);
  return placed && { ...scene, panes: known.map((each, index) => ({ scene: each, width: panes[index]!.width })), steps: placed };
}

/** Reports scenes that cannot be in a pane of this stage. */
function areUsable(scenes: readonly Scene[], panes: SplitSource['panes'], { report }: CompileContext): boolean {
  const ids = scenes.map(({ id }) => id);
  const problems = scenes.flatMap((scene, index) => {
    const path = ['panes', index, 'scene'];
    const name = panes[index]!.scene;
    const first = ids.indexOf(scene.id);
    if (first < index)
      return [{ path, found: `${name}, whose id is "${scene.id}"`, expected: `another id than that of ${panes[first]!.scene}` }];
    return [];
  });
  problems.forEach(report);
  return problems.length === 0;
}

/** Returns the steps with the place of every pane. Reports those that do not fit the scenes. */
function placeSteps(steps: SplitSource['steps'], scenes: readonly Scene[], { report }: CompileContext): readonly SplitStep[] | undefined {
  const ids = scenes.map(({ id }) => id);
  const names = ids.map((id) => `"${id}"`).join(' or ');
  const at = scenes.map(() => 0);
  let isValid = true;
  const fail = (problem: Parameters<CompileContext['report']>[0]): void => {
    isValid = false;
    report(problem);
  };
  const placed = steps.map(({ moves = [], ...step }, index): SplitStep => {
    const named = [moves].flat();
    const path = ['steps', index, 'moves'];
    if (index === 0 && named.length > 0)
      fail({ path, found: named.join(', '), expected: 'nothing: the first stop shows the first step of each pane' });
    if (index > 0 && named.length === 0)
      fail({ path: path.slice(0, 2), found: 'a step that moves nothing', expected: `"moves": ${names}` });
    const moving = index === 0 ? scenes.map((_, pane) => pane) : [];
    for (const [nth, id] of index === 0 ? [] : named.entries()) {
      const pane = ids.indexOf(id);
      const where = Array.isArray(moves) ? [...path, nth] : path;
      if (pane < 0) fail({ path: where, found: `"${id}"`, expected: names, suggestion: closestMatch(id, ids) });
      else if (moving.includes(pane)) fail({ path: where, found: `"${id}" a second time`, expected: 'each scene once' });
      else if (at[pane]! + 1 === scenes[pane]!.steps.length)
        fail({
          path: where,
          found: `"${id}", which has only ${pluralize(scenes[pane]!.steps.length, 'step')}`,
          expected: 'a scene with a step that was not shown yet',
        });
      else {
        at[pane]! += 1;
        moving.push(pane);
      }
    }
    const first = scenes[moving[0] ?? 0]!.steps[at[moving[0] ?? 0]!]!;
    const { title = first.title, notes = first.notes, caption = first.caption, dwell = first.dwell } = step;
    return { title, notes, ...(caption !== undefined && { caption }), ...(dwell !== undefined && { dwell }), at: [...at], moving };
  });
  if (isValid)
    scenes.forEach(({ id, steps: { length } }, pane) => {
      if (at[pane]! + 1 < length)
        fail({
          path: ['steps'],
          found: `only ${pluralize(at[pane]! + 1, 'stop')} of "${id}", which has ${pluralize(length, 'step')}`,
          expected: `a step with "moves": "${id}" for each of them after the first`,
        });
    });
  return isValid ? placed : undefined;
}
