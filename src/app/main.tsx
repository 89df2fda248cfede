import { createRoot, hydrateRoot } from 'react-dom/client';
import { story as builtStory } from 'virtual:story';
import { parseHash } from '../core/location';
import type { Story } from '../core/story';
import { timelineOf } from '../core/timeline';
import { describe } from '../kinds/registry';
import { bindAddress } from '../player/address';
import { bindDocument } from '../player/document';
import { bindKeyboard } from '../player/keyboard';
import { wantsMotion, watchMotion } from '../player/motion';
import { Player } from '../player/player';
import { App } from './App';
import { browserClock } from './clock';

const container = document.getElementById('root');
if (!container) throw new Error('The page has no #root.');
const html = document.documentElement;

/** When the served page began to type by itself, in CSS, on the clock of `performance.now()`. */
function servedSince(): number | undefined {
  const start = document.getAnimations()[0]?.startTime;
  return typeof start === 'number' ? start : undefined;
}

const timeline = timelineOf(builtStory, describe);
const player = new Player({
  timeline,
  motion: wantsMotion(),
  stop: parseHash(timeline, location.hash),
  clock: browserClock,
  since: servedSince(),
});

bindAddress(player);
bindDocument(player, html);
bindKeyboard(player, window.understudyBoot?.takeKeys());
watchMotion(player.setMotion);

// The page as served shows the first stop as it begins; anything else is drawn from scratch.
const served = html.dataset['boot'] !== 'deep' && player.getState().position.phase === 'play' && container.hasChildNodes();
if (served) hydrateRoot(container, <App player={player} />);
else createRoot(container).render(<App player={player} />);
delete html.dataset['boot'];

import.meta.hot?.accept('virtual:story', (module) => {
  if (module) player.replace(timelineOf((module as unknown as { story: Story }).story, describe));
});
