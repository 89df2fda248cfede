import type { ReactElement } from 'react';
import type { Stop, Timeline } from '../core/timeline';
import { wireStopAt, type WireData } from '../core/wire';
import { StopText } from './StopText';
import { WireText } from './WireText';

interface TranscriptPageProps {
  readonly timeline: Timeline;
  /** Undefined for stories without wire data. */
  readonly wire: WireData | undefined;
}

/** The whole story as a document: for each scene and stop a heading, its text and its messages on the wire. */
export function TranscriptPage({ timeline, wire }: TranscriptPageProps): ReactElement {
  const renderWire = (stop: Stop): ReactElement | null => {
    const own = wire && wireStopAt(wire, timeline, stop.index);
    return own ? <WireText wire={wire} stop={own} /> : null;
  };
  return (
    <article className="transcript">
      <h1>{timeline.story.title}</h1>
      <p>{timeline.story.description}</p>
      {timeline.scenes.map((scene, sceneIndex) => (
        <section key={scene.id}>
          <h2>{scene.detour ? `${timeline.story.status.detour}: ${scene.title}` : scene.title}</h2>
          {timeline.stops
            .filter((stop) => stop.sceneIndex === sceneIndex)
            .map((stop) => (
              <section key={stop.index}>
                <h3>{stop.source.title}</h3>
                <StopText stop={stop} />
                {renderWire(stop)}
              </section>
            ))}
        </section>
      ))}
      <footer>
        {timeline.story.footer.map((part, index) =>
          typeof part === 'string' ? (
            part
          ) : (
            <a key={index} href={part.href} rel="noopener noreferrer">
              {part.text}
            </a>
          ),
        )}
      </footer>
    </article>
  );
}
