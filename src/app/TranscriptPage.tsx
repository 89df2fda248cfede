import type { ReactElement } from 'react';
import type { Timeline } from '../core/timeline';

/** The whole story as a document: a heading for each scene and stop, a paragraph for each line. */
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
                {stop.lines.map((line, index) => (
                  <p key={index}>{line}</p>
                ))}
              </section>
            ))}
        </section>
      ))}
    </article>
  );
}
