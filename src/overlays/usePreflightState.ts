import { useEffect, useReducer, useState, useSyncExternalStore } from 'react';
import { failedParts } from '../loading/loadChunk';
import { asksNoMotion } from '../player/motion';
import { offlineState, watchOffline } from '../player/serviceWorker';
import type { PlayerState } from '../player/player';
import { keepAwake, type WakeState } from '../player/wakeLock';
import type { Facts } from './preflightChecks';
import { smallestText } from './findSmallestText';

/** How often the room is looked at again, in milliseconds. */
const AGAIN_MS = 1000;

/** The family names of our own fonts begin like this. */
const OURS = /^["']?Understudy /u;

/** The room as it is, looked at again every second and whenever something tells. */
export function useFacts({ motion, show, leads }: PlayerState): Facts {
  const [, look] = useReducer((count: number) => count + 1, 0);
  const [wake, setWake] = useState<WakeState>();
  const offline = useSyncExternalStore(watchOffline, offlineState);

  useEffect(() => keepAwake(setWake), []);

  useEffect(() => {
    for (const font of ourFonts()) if (font.status === 'unloaded') void font.load().catch(() => {});
  }, []);

  useEffect(() => {
    const timer = setInterval(look, AGAIN_MS);
    addEventListener('resize', look);
    document.addEventListener('fullscreenchange', look);
    return () => {
      clearInterval(timer);
      removeEventListener('resize', look);
      document.removeEventListener('fullscreenchange', look);
    };
  }, []);

  const stage = document.querySelector('main.stage');
  return {
    fonts: fontState(),
    failedParts: failedParts(),
    copy: offline.copy,
    update: offline.update !== 'none',
    wake,
    fullscreen: fullscreenState(),
    speaker: show.connected,
    leads,
    motion: motion ? 'on' : asksNoMotion() ? 'asked off' : 'system off',
    view: { width: innerWidth, height: innerHeight, ratio: devicePixelRatio },
    text: stage ? smallestText(stage) : undefined,
  };
}

function ourFonts(): readonly FontFace[] {
  return document.fonts ? [...document.fonts].filter(({ family }) => OURS.test(family)) : [];
}

/** `document.fonts.check()` is content with a family nobody declared; the faces themselves are not. */
function fontState(): Facts['fonts'] {
  const fonts = ourFonts();
  const needed = ['400 16px "Understudy Mono"', '700 16px "Understudy Mono"', '400 16px "Understudy Sans"'];
  if (fonts.length === 0 || fonts.some(({ status }) => status === 'error')) return 'missing';
  return fonts.every(({ status }) => status === 'loaded') && needed.every((font) => document.fonts.check(font)) ? 'loaded' : 'loading';
}

/** Full screen by the page, or by the browser itself (F11), which the page learns from its display mode alone. */
function fullscreenState(): Facts['fullscreen'] {
  if (document.fullscreenElement || matchMedia('(display-mode: fullscreen)').matches) return 'on';
  return document.fullscreenEnabled ? 'off' : 'refused';
}
