import { useEffect, useReducer, useState, useSyncExternalStore } from 'react';
import { failedChunks } from '../loading/loadChunk';
import { isMotionOffInQuery } from '../player/motion';
import { getOfflineState, subscribeOfflineState } from '../player/serviceWorker';
import { readScreens, type Screens } from '../player/screens';
import type { PlayerState } from '../player/player';
import { holdWakeLock, type WakeLockState } from '../player/wakeLock';
import type { PreflightState } from './preflightChecks';
import { findSmallestText } from './findSmallestText';

const REFRESH_INTERVAL_MS = 1000;

const BUNDLED_FONT_FAMILY = /^["']?Understudy /u;

/** Returns the state that the room check reports, updated every second and when the window changes. */
export function usePreflightState({ motion, show, isLeader }: PlayerState): PreflightState {
  const [, refresh] = useReducer((count: number) => count + 1, 0);
  const [wake, setWake] = useState<WakeLockState>();
  const [screens, setScreens] = useState<Screens>();
  const offline = useSyncExternalStore(subscribeOfflineState, getOfflineState);

  useEffect(() => holdWakeLock(setWake), []);

  useEffect(() => {
    for (const font of bundledFonts()) if (font.status === 'unloaded') void font.load().catch(() => {});
  }, []);

  useEffect(() => {
    const update = (): void => {
      refresh();
      void readScreens().then(setScreens);
    };
    update();
    const timer = setInterval(update, REFRESH_INTERVAL_MS);
    const abort = new AbortController();
    for (const name of ['resize', 'fullscreenchange']) addEventListener(name, refresh, { signal: abort.signal });
    return () => {
      clearInterval(timer);
      abort.abort();
    };
  }, []);

  const stage = document.querySelector('main.stage');
  return {
    fonts: fontState(),
    failedChunks: failedChunks(),
    offlineStatus: offline.status,
    updateAvailable: offline.update !== 'none',
    wakeLock: wake,
    fullscreen: fullscreenState(),
    speakerConnected: show.connected,
    isLeader,
    motion: motion ? 'on' : isMotionOffInQuery() ? 'asked off' : 'system off',
    screens,
    viewport: { width: innerWidth, height: innerHeight, ratio: devicePixelRatio },
    smallestText: stage ? findSmallestText(stage) : undefined,
  };
}

function bundledFonts(): readonly FontFace[] {
  return document.fonts ? [...document.fonts].filter(({ family }) => BUNDLED_FONT_FAMILY.test(family)) : [];
}

/** `document.fonts.check()` is true for undeclared families, so the status of each font is read as well. */
function fontState(): PreflightState['fonts'] {
  const fonts = bundledFonts();
  const needed = ['400 16px "Understudy Mono"', '700 16px "Understudy Mono"', '400 16px "Understudy Sans"'];
  if (fonts.length === 0 || fonts.some(({ status }) => status === 'error')) return 'missing';
  return fonts.every(({ status }) => status === 'loaded') && needed.every((font) => document.fonts.check(font)) ? 'loaded' : 'loading';
}

/** F11 changes the display mode only, not `document.fullscreenElement`. */
function fullscreenState(): PreflightState['fullscreen'] {
  if (document.fullscreenElement || matchMedia('(display-mode: fullscreen)').matches) return 'on';
  return document.fullscreenEnabled ? 'off' : 'refused';
}
