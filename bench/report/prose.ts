import { SLOW_FRAME_MS } from './targets';

/** How the figures are measured. */
export const METHOD = `Every page is served from this computer,
compressed, and visited with nothing cached, at 1280×720. All pages take turns within each round, and ratios are medians
of ratios within rounds, so that what slows the machine for a while cancels out.

- **Same twelve stops.** The decks are made from \`scenes/\`: same words, colours and fonts, a slide for each run of the
  terminal and each page, a fragment, click or step for each stop, no transitions and nothing that is not needed. They
  type nothing and have no windows, so they do less than the page they stand beside. Slidev's style sheet is not
  minified, as its minifier rejects what UnoCSS makes of it.
- **Two bounds.** “Static page” is plain HTML with the same first stop in the same fonts, without any script; “bare
  React + xterm.js” prints the same lines in a terminal and does nothing else.
- **Key → paint** is the time from the key's own time stamp to the end of the next frame, **words in view** to the first
  frame with words that only the new stop has, found in the document where a spectator would see them. Our page runs with
  \`?motion=off\` here, since its own rhythm says when words come.
- **Slow frames** are those over ${SLOW_FRAME_MS} ms on a walk to the last stop with all animations on, a press every 600 ms.
- **Bursts** are 11 presses, which lead from the first stop to the last; exact means that the last stop stands in the
  end. Cold: as soon as the page has loaded (ours with \`?motion=off\`: a press while the opening types finishes it).
  Warm: at rest, with all animations on.
- **Heap** is what is left after garbage collection, before and after walking to the end and back.
- **Growing stories** are the demo's scenes over and over, ten stops each; and one terminal that prints 1,000 lines at
  each of ten stops. A jump is a change of the address, until the stop's rows are on screen.`;

/** What the figures mean. */
export const NOTES = `## How to read it

- **The bare page's first frame shows nothing new.** xterm.js prints in a task after the key's and draws in the frame after
  that, so its next frame comes at once, with the words of the stop before; the words themselves are the figures to compare.
  Where our stop prints, it is the same, with status bar and progress besides. Where a page or a board comes in, our next
  frame already shows all of it, as a deck's does.
- **What was done about it.** The next page or board stands by on stage, styled and laid out under \`content-visibility: hidden\`, so the
  press only shows it; what a terminal shows is written first, and the rows above it once nobody steps; xterm.js measures
  every sign before its first picture; transcripts, announcements and messages to the speaker's window follow the frame.
  What is left is the press itself, which after a rest finds every cache cold: a third of it is the browser's own
  \`history.replaceState()\`, which keeps the address true at every moment, and most of the rest React's way to the change.
- **Milliseconds are this machine's.** The targets were set on one machine and this run may be on a slower one: what the
  decks and the bare page take beside us, in the same rounds, tells how much.
- **First paint** waits for one request: style sheet and boot script stand in the page, and the scripts are fetched once it is
  painted, as their bytes alone hold it up by more than a frame. Where it falls behind the
  static page at CPU ×1 it is by a frame or two, which come and go with the machine: taking faces, icons, the text for
  readers without scripts or the entry out of the page gained nothing that could be told from chance.
- **Bytes** are everything the page itself fetches to play: faces (the same files as in the decks), the page with the whole
  transcript in it, code, story. Afterwards its service worker stores a copy of everything, which no deck does, and what may
  be asked for later (print, the panel “On the wire”, rarer letters) comes from there. React DOM and xterm.js alone are more
  than half; what is opened later brings its own code and styles. What the first stop needs to run is printed by every build,
  and is held to budget.json by a test.
- **Slow frames** are, where the processor draws the page as here, mostly the first picture of a page or board. What moves is
  painted once and then moved by whole pixels; windows clip nothing, so that they are not put together apart; and the sign
  in the tab is a picture in the page, as Chromium fetches and draws an SVG anew at every change of the address.`;
