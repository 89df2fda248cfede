import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { bidi } from '../bidi/bidi';
import type { Clock } from '../core/clock';
import { isRightToLeft } from '../core/direction';
import type { Story } from '../core/story';
import { createTimeline, type Timeline } from '../core/timeline';
import { fillStory } from '../core/variables';
import type { WireData } from '../core/wire';
import { describeStep } from '../kinds/registry';
import { documentAttributes } from '../player/documentAttributes';
import { Player } from '../player/player';
import { DEFAULT_SETTINGS } from '../core/settings';
import { Stage } from '../stage/Stage';
import { App } from '../app/App';
import { SocialCard, SOCIAL_CARD_SIZE } from './SocialCard';
import type { CardFonts } from './fontRuns';
import { TranscriptPage } from './TranscriptPage';

/** Parts of the page that the build writes. */
export interface Prerendered {
  /** The first stop at the start of its playback, for `#root`. */
  readonly html: string;
  /** The whole story as text, for readers without JavaScript. */
  readonly transcript: string;
  /** For `<head>`. */
  readonly head: Pick<Story, 'title' | 'description' | 'lang' | 'direction' | 'site' | 'scenes' | 'theme'>;
  /** For `<html>`. */
  readonly attributes: Record<string, string>;
}

/** Returns the timeline of `story` with the default values of its variables. */
function timelineFor(story: Story): Timeline {
  return createTimeline(fillStory(story), describeStep, isRightToLeft(JSON.stringify(story)) ? bidi : undefined);
}

/** Renders the picture for shared links. */
export function renderSocialCard(
  story: Story,
  fonts: CardFonts,
): { readonly svg: string; readonly width: number; readonly height: number } {
  return { svg: renderToStaticMarkup(<SocialCard timeline={timelineFor(story)} fonts={fonts} />), ...SOCIAL_CARD_SIZE };
}

const STOPPED_CLOCK: Clock = { now: () => 0, wallTime: () => 0, setTimer: () => () => {} };

/** Renders the first stop and the transcript of `story`, with its messages on the wire. Pure: no clock, no browser. */
export function renderPage(story: Story, wire?: WireData): Prerendered {
  const timeline = timelineFor(story);
  const player = new Player({ timeline, motion: true, stop: 0, clock: STOPPED_CLOCK, settings: DEFAULT_SETTINGS });
  return {
    html: renderToString(
      <App theme={story.theme}>
        <Stage player={player} effects={{ openSpeaker: () => {}, takeLead: () => {} }} />
      </App>,
    ),
    transcript: renderToStaticMarkup(<TranscriptPage timeline={timeline} wire={wire && fillStory(wire)} />),
    head: timeline.story,
    attributes: documentAttributes(timeline, 0, false),
  };
}
