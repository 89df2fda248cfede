import process from 'node:process';
import type { BrowserExecutable } from '../chromium/browser';

/** Returns why a browser can open no window here, and what to do; undefined if it can. */
export function windowProblem(
  { env: ownEnvironment }: BrowserExecutable,
  platform = process.platform,
  env = process.env,
): string | undefined {
  const remedy = 'or let the capture take steps without a window: --steps steps.json.';
  // The one of the npm package has libraries of its own, and no windows.
  if (ownEnvironment)
    return `A walk through the pages needs a browser with windows. Install Chromium, Google Chrome or Microsoft Edge, ${remedy}`;
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'])
    return `A walk through the pages needs a screen, and DISPLAY names none. Run it on a computer with one, ${remedy}`;
  return undefined;
}
