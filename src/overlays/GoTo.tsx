import { Fragment, useDeferredValue, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { searchStops, buildSearchIndex, type SearchHit } from '../core/searchStops';
import { formatStopNumber } from '../core/stopNumber';
import { usePlayer } from '../player/usePlayer';
import { StopThumbnail } from '../stage/StopThumbnail';
import { Dialog } from './Dialog';
import { HighlightedText } from './HighlightedText';
import { KeyCombination } from './KeyCombination';
import { RenderWhenVisible } from './RenderWhenVisible';
import type { OverlayProps } from './overlayProps';
import { useSelection } from './useSelection';

/** How many stops PageUp and PageDown move. */
const PAGE_STEP = 5;

/** Finds a stop by its number, its title or its text. The stage does not move until one is chosen. */
export function GoTo({ player }: OverlayProps): ReactElement {
  const { timeline, show } = usePlayer(player);
  const current = show.position.stop;
  const entries = useMemo(() => buildSearchIndex(timeline), [timeline]);
  // The digits that were typed before the overlay opened.
  const [query, setQuery] = useState(() => show.pendingNumber?.text ?? '');
  const hits = useMemo(() => detoursLast(searchStops(entries, query)), [entries, query]);
  const [selectedIndex, selectIndex] = useSelection(query === '' ? current : 0, hits.length);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const previewStop = useDeferredValue(hits[selectedIndex]?.stop.index);
  const isBlank = query.trim() === '';

  useEffect(() => {
    field.current?.focus();
    player.dispatch({ type: 'pendingNumber', pendingNumber: undefined, at: player.now() });
  }, [player]);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selectedIndex, hits]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const hit = hits[selectedIndex];
    const next = {
      ArrowDown: selectedIndex + 1,
      ArrowUp: selectedIndex - 1,
      PageDown: selectedIndex + PAGE_STEP,
      PageUp: selectedIndex - PAGE_STEP,
      Home: 0,
      End: hits.length - 1,
    }[event.key];
    if (next !== undefined && !event.shiftKey) selectIndex(next);
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
          aria-activedescendant={hits.length > 0 ? `${id}${selectedIndex}` : undefined}
          placeholder="5.3, or words from the stop"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          value={query}
          onChange={({ target }) => {
            setQuery(target.value);
            selectIndex(target.value.trim() === '' ? current : 0);
          }}
          onKeyDown={onKeyDown}
          // After a click on an empty part of the dialog, digits must not go to the stage.
          onBlur={() => setTimeout(() => document.activeElement?.matches('dialog, body') && field.current?.focus())}
        />
        <div className="goto__results">
          {/* The field keeps the focus on a click. */}
          <div
            className="goto__list"
            ref={list}
            id={`${id}list`}
            role="listbox"
            aria-label="Stops"
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
          >
            {hits.map(({ stop, title, scene, excerpt }, index) => (
              <Fragment key={stop.index}>
                {stop.detour !== undefined && hits[index - 1]?.stop.detour === undefined && (
                  <p className="goto__apart" role="presentation">
                    Detours
                  </p>
                )}
                {/* The field handles the keys. */}
                {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
                <div
                  id={`${id}${index}`}
                  className="goto__stop"
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === selectedIndex}
                  onClick={() => player.goTo(stop.index)}
                >
                  <b className="goto__number">{formatStopNumber(stop)}</b>
                  <span className="goto__title">
                    <HighlightedText segments={title} />
                    {stop.index === current && <em>here</em>}
                  </span>
                  <span className="goto__scene">
                    <HighlightedText segments={scene} />
                  </span>
                  {excerpt && (
                    <span className="goto__line">
                      <HighlightedText segments={excerpt} />
                    </span>
                  )}
                </div>
              </Fragment>
            ))}
          </div>
          {hits.length === 0 && <p className="goto__empty">No stop has “{query.trim()}” as its number, in its title or among its words.</p>}
          <div className="goto__preview" aria-hidden="true">
            {previewStop !== undefined && (
              <RenderWhenVisible>
                <StopThumbnail key={previewStop} timeline={timeline} stop={previewStop} />
              </RenderWhenVisible>
            )}
          </div>
        </div>
      </div>
      <footer className="dialog__foot">
        <span className="dialog__aside" role="status">
          {isBlank ? `${hits.length} stops` : hits.length === 0 ? 'Nothing found' : `${hits.length} of ${timeline.stops.length} stops`}
        </span>
        <span className="goto__hint">
          <KeyCombination name="ArrowUp" /> <KeyCombination name="ArrowDown" /> choose
        </span>
        <span className="goto__hint">
          <KeyCombination name="Enter" /> go
        </span>
        <span className="goto__hint">
          <KeyCombination name="Escape" /> stay
        </span>
      </footer>
    </Dialog>
  );
}

/** Returns stops on the way before those of detours. */
function detoursLast(hits: readonly SearchHit[]): readonly SearchHit[] {
  return [...hits.filter(({ stop }) => stop.detour === undefined), ...hits.filter(({ stop }) => stop.detour !== undefined)];
}
