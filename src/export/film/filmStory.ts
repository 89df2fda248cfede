import { createHash } from 'node:crypto';
import v8 from 'node:v8';
import { originOf } from '../../core/detours';
import { formatHash } from '../../core/stopHash';
import { formatStopNumber } from '../../core/stopNumber';
import type { Stop } from '../../core/timeline';
import type { BuiltPage } from '../builtPage';
import { frameCount, lateFrames, type FilmPlan, type PlannedStop } from './filmPlan';
import type { MotionState } from './pageMotion';
import { SeenPictures } from './seenPictures';
import { StageCamera, type CameraOptions } from './stageCamera';

/** A frame of a film. All frames last equally long. */
interface FilmFrame {
  /** Number of the frame, 0-based. */
  readonly index: number;
  /** Milliseconds since the film began. */
  readonly time: number;
  /** Position of the stop in the plan. */
  readonly stopIndex: number;
  /** Whether it is the first frame of its stop. */
  readonly isFirst: boolean;
  /** The picture as PNG, which is that of the frame before unless `isChanged`. Made when it is read. */
  readonly picture: Buffer;
  /** The same in base64. */
  readonly base64: string;
  readonly isChanged: boolean;
}

type OnFrame = (frame: FilmFrame) => Promise<void> | void;

/** Milliseconds of the first stop that are not filmed: the terminal shows the stop before until its second animation frame. */
const HIDDEN_MS = 48;

/**
 * Plays the planned stops of a built page, that of `filmPage()`, and calls `onFrame` with each frame in order; the next one is drawn when
 * what it returns has resolved. Two runs give the same pictures. ADR 059
 * @throws with the stop's name if one does not settle
 */
export async function filmStory(built: BuiltPage, plan: FilmPlan, options: CameraOptions, onFrame: OnFrame): Promise<void> {
  // Each picture passes through memory several times; by default V8 lets some 100 MB of them pile up.
  v8.setFlagsFromString('--heap-growing-percent=10');
  const camera = await StageCamera.open(built, options);
  const film = new Film(plan, camera, onFrame);
  await film.rehearse();
  for (const index of plan.stops.keys()) await film.play(index);
}

class Film {
  readonly #plan: FilmPlan;
  readonly #camera: StageCamera;
  readonly #onFrame: OnFrame;
  /** Those since the last change of the page. */
  readonly #seen = new SeenPictures();
  #frames = 0;
  #picture = '';
  #hash = '';

  constructor(plan: FilmPlan, camera: StageCamera, onFrame: OnFrame) {
    this.#plan = plan;
    this.#camera = camera;
    this.#onFrame = onFrame;
  }

  /** Goes to each stop once, so that everything has been loaded when it is filmed. */
  async rehearse(): Promise<void> {
    for (const { stop } of this.#plan.stops) await this.#goTo(stop);
  }

  /** Films a stop: its transition, what plays, and the time it stays. */
  async play(index: number): Promise<void> {
    const planned = this.#plan.stops[index]!;
    const { fps, speed } = this.#plan;
    await this.#arrive(planned, this.#plan.stops[index - 1]);
    const start = this.#camera.now;
    const count = frameCount(planned, this.#plan);
    const goesOn = this.#plan.stops[index + 1]?.stop.index === planned.stop.index + 1;
    let isSettled = false;
    for (let frame = 0; frame < count || !isSettled; frame += 1) {
      const elapsed = (frame * 1000 * speed) / fps;
      await this.#camera.point(goesOn ? ((count - frame) * 1000 * speed) / fps : Number.POSITIVE_INFINITY);
      const state = await this.#camera.advanceTo(start + elapsed);
      if (frame >= count + lateFrames(this.#plan)) throw new Error(neverSettles(planned.stop));
      const isChanged = await this.#draw(state, !isSettled);
      isSettled = state.isSettled;
      await this.#onFrame(this.#frame(index, frame === 0, isChanged));
      this.#frames += 1;
    }
  }

  #frame(stopIndex: number, isFirst: boolean, isChanged: boolean): FilmFrame {
    const [index, base64] = [this.#frames, this.#picture];
    return {
      index,
      time: (index * 1000) / this.#plan.fps,
      stopIndex,
      isFirst,
      isChanged,
      base64,
      get picture() {
        return Buffer.from(base64, 'base64');
      },
    };
  }

  /** Has the page begin to play a stop, from the stop before it. */
  async #arrive({ stop }: PlannedStop, before: PlannedStop | undefined): Promise<void> {
    const { stops, wayLength } = this.#plan.timeline;
    const previous = stops[stop.index - 1];
    const [follows, isLinked] = [before !== undefined && before.stop === previous, previous?.detour === stop.detour];
    this.#seen.clear();
    if (stop.index === 0) {
      // From the last stop, autoplay goes on to the first.
      await this.#goTo(stops[wayLength - 1]!);
      await this.#camera.press('a');
      await this.#camera.skipDay();
      await this.#camera.press('a');
    } else if (previous && isLinked) {
      if (!follows) await this.#goTo(previous);
      await this.#camera.press('ArrowRight');
    } else {
      // A detour is entered, and plays then, only from outside of it.
      if (!before) await this.#goTo(originOf(this.#plan.timeline, { stop: stop.index }));
      await this.#camera.goTo(formatHash(this.#plan.timeline, stop.index));
    }
    if (!follows || !isLinked) await this.#camera.advanceTo(this.#camera.now + HIDDEN_MS);
  }

  /** Shows a stop at its end. */
  async #goTo(stop: Stop): Promise<void> {
    await this.#camera.goTo(formatHash(this.#plan.timeline, stop.index));
    if (!(await this.#camera.settle(stop.index))) throw new Error(neverSettles(stop));
  }

  /** Takes the picture unless it must be the one before. Returns whether it is another one. */
  async #draw({ isChanged, animations }: MotionState, plays: boolean): Promise<boolean> {
    if (isChanged || plays) this.#seen.clear();
    let picture = this.#seen.get(animations);
    if (!picture) {
      picture = await this.#camera.takePicture();
      this.#seen.add(animations, picture);
    }
    if (picture === this.#picture) return false;
    const hash = createHash('sha1').update(picture).digest('hex');
    if (hash === this.#hash) return false;
    [this.#picture, this.#hash] = [picture, hash];
    return true;
  }
}

function neverSettles(stop: Stop): string {
  return (
    `Stop ${formatStopNumber(stop)}, “${stop.source.title}”, never settles: something in it still plays or loads. ` +
    'Look at it with understudy dev, and mend or drop it.'
  );
}
