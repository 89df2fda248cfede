import { useLayoutEffect, useRef, type CSSProperties, type ReactElement } from 'react';
import { notesText } from '../core/notesParts';
import { formatStopNumber } from '../core/stopNumber';
import { transcriptLines, type Stop, type Timeline } from '../core/timeline';
import { layoutLike } from '../stage/layoutLike';
import { StaticStageView } from '../stage/StaticStageView';
import { fitScrollBoxes, makeStatic } from './staticView';
import type { HandoutOptions } from './loadHandoutOptions';
import style from './handout.css?inline';

/** In CSS pixels: `height` gives a 16:9 page, `withCaption` one with three lines below, `withNotes` an upright A4 page. ADR 020 */
const PAGE_SIZE_PX = { width: 1280, height: 720, withCaption: 880, withNotes: 1810 } as const;

interface HandoutProps {
  readonly timeline: Timeline;
  readonly options: HandoutOptions;
}

/** The handout: a page for each stop, with its view as real text under headings for story, scene and stop. ADR 020 */
export function Handout({ timeline, options }: HandoutProps): ReactElement {
  const size = options.notes || options.transcript || options.wire ? 'withNotes' : options.captions ? 'withCaption' : 'height';
  const height = PAGE_SIZE_PX[size];
  const stops = timeline.stops.filter(({ scene }) => options.scene === undefined || scene.id === options.scene);
  const scenes = timeline.scenes.map((scene) => stops.filter((stop) => stop.scene === scene)).filter((each) => each.length > 0);
  return (
    <main className="handout" data-theme={options.theme} data-marks={options.marks && ''}>
      {/* Inside the handout, so that it is removed with it. */}
      <style>{`@page { size: ${PAGE_SIZE_PX.width}px ${height}px; margin: 0 }\n${style}`}</style>
      {scenes.map((scene) => (
        <section key={scene[0]?.scene.id}>
          {scene.map((stop) => (
            <HandoutPage
              key={stop.index}
              timeline={timeline}
              stop={stop}
              isFirst={{ story: stop === stops[0], scene: stop === scene[0] }}
              options={options}
            />
          ))}
        </section>
      ))}
    </main>
  );
}

interface HandoutPageProps {
  readonly timeline: Timeline;
  readonly stop: Stop;
  /** Whether the page is the first of the story or the scene. Only there are their titles headings. */
  readonly isFirst: { readonly story: boolean; readonly scene: boolean };
  readonly options: HandoutOptions;
}

function HandoutPage({ timeline, stop, isFirst, options }: HandoutPageProps): ReactElement {
  const StoryTag = isFirst.story ? 'h1' : 'p';
  const SceneTag = isFirst.scene ? 'h2' : 'p';
  return (
    <article className="handout__page" id={`${stop.scene.id}-${stop.step}`} data-stop={stop.index}>
      <div className="stop-thumbnail">
        <div className="stage-root">
          <header className="handout__head">
            <StoryTag className="handout__story">{timeline.story.title}</StoryTag>
            <SceneTag className="handout__scene">
              {stop.detour === undefined ? `${stop.sceneIndex + 1}. ` : `${timeline.story.status.detour}: `}
              {stop.scene.title}
            </SceneTag>
            <h3 className="handout__stop">{stop.source.title}</h3>
            <p className="handout__number">
              <bdi dir="ltr">{stop.detour === undefined ? `${stop.index + 1} / ${timeline.wayLength}` : formatStopNumber(stop)}</bdi>
            </p>
          </header>
          <HandoutStage timeline={timeline} stop={stop} marks={options.marks} />
        </div>
      </div>
      {options.captions && <HandoutCaption stop={stop} />}
      {options.notes && <HandoutNotes timeline={timeline} stop={stop} />}
      {options.transcript && <HandoutTranscript stop={stop} />}
      {options.wire && <options.wire timeline={timeline} stop={stop} showsLegend={isFirst.story} />}
    </article>
  );
}

interface HandoutStageProps {
  readonly timeline: Timeline;
  readonly stop: Stop;
  readonly marks: HandoutOptions['marks'];
}

/**
 * The view of a stop. Content that would scroll on stage is shrunk. With ink, it is laid out like the stage on which that was drawn, so
 * that the strokes stand at the same words.
 */
function HandoutStage({ timeline, stop, marks }: HandoutStageProps): ReactElement {
  const stage = useRef<HTMLDivElement>(null);
  const strokes = marks?.ink && marks.strokesAt(marks.ink, stop);
  useLayoutEffect(() => {
    if (!stage.current) return;
    makeStatic(stage.current);
    if (!strokes) fitScrollBoxes(stage.current);
  });
  const view = (
    <div className="stage" ref={stage}>
      <StaticStageView timeline={timeline} stop={stop.index} readable />
    </div>
  );
  if (!marks?.ink || !strokes) return view;
  const { screen } = marks.ink;
  const layout = layoutLike(screen);
  return (
    <div className="handout__like">
      <div className="handout__like-box" style={{ ...layout.box, '--ratio': screen.width / screen.height } as CSSProperties}>
        <div className="stage-root" style={layout.root} data-like={screen.terminal && ''}>
          {view}
          <marks.HandoutInk file={marks.ink} strokes={strokes} />
        </div>
      </div>
    </div>
  );
}

function HandoutCaption({ stop }: { readonly stop: Stop }): ReactElement | null {
  const { caption } = stop.source;
  return caption === undefined ? null : <p className="handout__section handout__caption">{caption}</p>;
}

function HandoutNotes({ timeline, stop }: Omit<HandoutPageProps, 'isFirst' | 'options'>): ReactElement {
  const [say, point] = [stop.source.notes.say, stop.source.notes.point].map((text) => notesText(timeline.story, text));
  return (
    <div className="handout__section" role="group" aria-label="Notes">
      <p>{say}</p>
      <p>
        <b>Point at:</b> {point}
      </p>
    </div>
  );
}

function HandoutTranscript({ stop }: { readonly stop: Stop }): ReactElement {
  return (
    <div className="handout__section handout__transcript" role="group" aria-label="Transcript">
      {transcriptLines(stop).map((line, index) => (
        <p key={index}>{line}</p>
      ))}
    </div>
  );
}
