import type { ReactElement } from 'react';
import type { Timeline } from '../core/timeline';
import { StopText } from './StopText';

/** The whole story as a document: a heading for each scene and stop, then what it says. */
export function TranscriptPage({ timeline }: { readonly timeline: Timeline }): ReactElement {
  return (
    <article className="transcript">
      <h1>{timeline.story.title}</h1>
      <p>{timeline.story.description}</p>
      {timeline.story.scenes.map((scene, sceneIndex) => (
        <section key={scene.id}>
          <h2>{scene.title}</h2>
          {timeline.stops
            .filter((stop) => stop.sceneIndex === sceneIndex)
            .map((stop) => (
              <section key={stop.index}>
                <h3>{stop.source.title}</h3>
                <StopText stop={stop} />
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
