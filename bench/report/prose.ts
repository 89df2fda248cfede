import { SLOW_FRAME_MS } from './targets';

/** How the figures are measured. */
export const METHOD = `All pages are served from this computer,
compressed, and visited with empty caches at 1280×720. They take turns within each round, and ratios are medians of the
ratios within rounds, so that a slow phase of the machine cancels out.

- **Same twelve stops.** The decks are made from \`scenes/\`: the same text, colours and fonts, a slide for each run of the
  terminal and each page, a fragment, click or step for each stop, no transitions and nothing else. They do not type and
  have no windows, so they do less than the demo. Slidev's style sheet is not minified, as its minifier rejects what UnoCSS
  generates.
- **Two minimal pages.** “Static page” is plain HTML with the same first stop and fonts, without scripts; “bare React +
  xterm.js” prints the same lines in a terminal and does nothing else.
- **Key → paint** is the time from the time stamp of the key event to the end of the next frame, **words in view** to the
  first frame with text that only the new stop has, where it is visible. The demo runs with \`?motion=off\` here, since
  otherwise the story sets the time at which text appears.
- **Slow frames** are longer than ${SLOW_FRAME_MS} ms, on a walk to the last stop with animations on and a press every 600 ms.
- **Bursts** are 11 presses, from the first stop to the last; exact means that the last stop is shown in the end. Cold: as
  soon as the page has loaded (the demo with \`?motion=off\`, as a press while the first stop types only settles it).
  Warm: once it is idle, with animations on.
- **Heap** is its size after garbage collection, before and after walking to the end and back.
- **Growing stories** repeat the demo's scenes, with ten stops each; one more prints 1,000 lines at each of ten stops in one
  terminal. A jump is a change of the hash, until the stop is settled.
- **The talk** is generated: pages of 60 parts, each with four steps that change five of them, pictures of about 500 kB and
  slides, by turns. It and the demo take turns within each round, with \`?motion=off\`. Its keys are those of its first 48
  stops. Bytes are those of all files that the page had begun to fetch when its first stop was settled.
- **Five edits of code** are played by the kind \`editor\` and by Slidev's magic move, both with line numbers and in 800 ms. Frames are
  those of the 800 ms after each press. A burst is exact if every word ends where single presses put it.`;

/** What the figures mean. */
export const NOTES = `## How to read it

- **The first frame of the bare page shows nothing new.** xterm.js prints in a task after the key event and draws in the
  frame after that. So the next frame comes at once and shows the stop before; compare the words in view. A stop of the demo
  that prints behaves in the same way. A page or board of the demo is complete in the next frame, like a slide of a deck.
- **What the demo does for fast keys** is in the decision records
  [009](decisions/009-the-upcoming-stop-is-mounted-but-hidden.md), [010](decisions/010-visible-rows-first.md),
  [011](decisions/011-the-frame-first-then-other-subscribers.md) and [037](decisions/037-warm-ups-that-are-seen.md). The rest
  is the press itself, with cold caches after a pause: a third of it is \`history.replaceState()\`, which keeps the address
  right at every moment, and most of the rest is React.
- **Milliseconds depend on the machine.** The targets were set on one machine and this run may be on a slower one: compare
  with the decks and the bare page in the same rounds.
- **First paint** waits for one request: the page contains its style sheet and boot script, and scripts are fetched after the
  first paint, since their bytes alone delay it by more than a frame ([005](decisions/005-first-paint-before-the-scripts.md)).
  Where it is later than the static page at CPU ×1, it is by a frame or two. Taking fonts, icons, the text without
  JavaScript or the entry out of the page made no measurable difference.
- **Bytes** are everything the page fetches to play: fonts (the same files as in the decks), the page with the whole
  transcript, code and story. Afterwards the service worker stores a copy of everything, which no deck does; print, the
  panel “On the wire” and rare characters come from there. React DOM and xterm.js are more than half. Overlays bring their
  own code and styles. Every build prints what the first stop needs to run, and a test compares it with budget.json.
- **Keys of the talk** change what stands on a page, which is styled, laid out and painted in the next frame. Most stops of the
  demo print in the terminal, which draws in the frame after the next, so its median is that of a frame without changes. Two
  thirds of the time to the paint of a page of 60 parts are in the key event: the press itself, React, and the layout that
  the pointer needs to find its part. Only the changed parts and those around them are rendered.
- **Slow frames** are mostly the first frame of a page or board, where the processor draws the page as here. Moving elements are
  painted once and then moved by whole pixels; windows do not clip, so that they are not composited apart; and the icon of
  the tab is in the page, as Chromium fetches and draws an SVG again at every change of the address.`;
