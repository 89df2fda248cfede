import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { find, searchable } from '../core/searchStops';
import { formatStopName } from '../core/stopNumber';
import { usePlayer } from '../player/usePlayer';
import { Miniature } from '../stage/StopThumbnail';
import { Dialog } from './Dialog';
import { HitText } from './HighlightedText';
import { Keys } from './KeyCombination';
import { Lazy } from './RenderWhenVisible';
import type { OverlayProps } from './Overlays';
import { useSelection } from './useSelection';

/** How many stops PageUp and PageDown skip. */
const PAGE = 5;

/** Finds a stop by its name, its title or its words. The stage stands still until one is chosen. */
export function GoTo({ player }: OverlayProps): ReactElement {
  const { timeline, show } = usePlayer(player);
  const current = show.position.stop;
  const entries = useMemo(() => searchable(timeline), [timeline]);
  // Digits pressed before the field was there were meant for it.
  const [query, ask] = useState(() => show.typed?.text ?? '');
  const hits = useMemo(() => find(entries, query), [entries, query]);
  const [chosen, choose] = useSelection(query === '' ? current : 0, hits.length);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const preview = useDeferredValue(hits[chosen]?.stop.index);
  const blank = query.trim() === '';

  useEffect(() => {
    field.current?.focus();
    player.perform({ type: 'type', typed: undefined, at: player.now() });
  }, [player]);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, hits]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const hit = hits[chosen];
    const next = {
      ArrowDown: chosen + 1,
      ArrowUp: chosen - 1,
      PageDown: chosen + PAGE,
      PageUp: chosen - PAGE,
      Home: 0,
      End: hits.length - 1,
    }[event.key];
    if (next !== undefined && !event.shiftKey) choose(Math.max(0, Math.min(next, hits.length - 1)));
    else if (event.key === 'Enter' && hit && !event.repeat) player.goTo(hit.stop.index);
    else if (event.key !== 'Enter') return;
    event.preventDefault();
  };

  return (
    <Dialog player={player} title="Go to">
      <div className="goto">
        <input
          ref={field}
          className="goto__field"
          type="search"
          data-own-field
          role="combobox"
          aria-label="Number, title or words"
          aria-expanded="true"
          aria-controls={`${id}list`}
          aria-autocomplete="list"
          aria-activedescendant={hits.length > 0 ? `${id}${chosen}` : undefined}
          placeholder="5.3, or words from the stop"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          value={query}
          onChange={({ target }) => {
            ask(target.value);
            choose(target.value.trim() === '' ? current : 0);
          }}
          onKeyDown={onKeyDown}
          // A click beside everything must not leave the next digits to the stage.
          onBlur={() => setTimeout(() => document.activeElement?.matches('dialog, body') && field.current?.focus())}
        />
        <div className="goto__found">
          {/* The field keeps the focus: whoever clicks may go on typing. */}
          <div
            className="goto__list"
            ref={list}
            id={`${id}list`}
            role="listbox"
            aria-label="Stops"
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
          >
            {hits.map(({ stop, title, scene, line }, index) => (
              // The keyboard chooses in the field.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={stop.index}
                id={`${id}${index}`}
                className="goto__stop"
                role="option"
                tabIndex={-1}
                aria-selected={index === chosen}
                onClick={() => player.goTo(stop.index)}
              >
                <b className="goto__number">{formatStopName(stop)}</b>
                <span className="goto__title">
                  <HitText of={title} />
                  {stop.index === current && <em>here</em>}
                </span>
                <span className="goto__more">
                  <HitText of={scene} />
                </span>
                {line && (
                  <span className="goto__line">
                    <HitText of={line} />
                  </span>
                )}
              </div>
            ))}
          </div>
          {hits.length === 0 && (
            <p className="goto__nothing">No stop has “{query.trim()}” as its number, in its title or among its words.</p>
          )}
          <div className="goto__preview" aria-hidden="true">
            {preview !== undefined && (
              <Lazy>
                <Miniature key={preview} timeline={timeline} stop={preview} />
              </Lazy>
            )}
          </div>
        </div>
      </div>
      <footer className="dialog__foot">
        <span className="dialog__aside" role="status">
          {blank ? `${hits.length} stops` : hits.length === 0 ? 'Nothing found' : `${hits.length} of ${timeline.stops.length} stops`}
        </span>
        <span className="goto__hint">
          <Keys of="ArrowUp" /> <Keys of="ArrowDown" /> choose
        </span>
        <span className="goto__hint">
          <Keys of="Enter" /> go
        </span>
        <span className="goto__hint">
          <Keys of="Escape" /> stay
        </span>
      </footer>
    </Dialog>
  );
}
