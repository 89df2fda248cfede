import { createElement, useEffect, useSyncExternalStore, type ReactElement } from 'react';
import { loadChunk, subscribeToChunkLoads } from '../../loading/loadChunk';
import type { LoadedView, ViewProps } from '../kind';
import type { PageScene } from './scene';

/** Milliseconds from a failed download to the next attempt, while a page is on screen. */
const RETRY_MS = 1000;

const importView = () => import('./PageView');

let Loaded: LoadedView<PageScene> | undefined;
let loading: Promise<unknown> | undefined;

function load(): Promise<unknown> | undefined {
  if (Loaded) return undefined;
  loading ??= loadChunk('The pages', async () => {
    const module = await importView();
    Loaded = module.PageView;
  }).finally(() => (loading = undefined));
  return loading;
}

/** The view of pages, loaded when a page is first mounted: hidden in idle time before its stop, or at its stop. */
function LazyPageView(props: ViewProps<PageScene>): ReactElement | null {
  const View = useSyncExternalStore(
    subscribeToChunkLoads,
    () => Loaded,
    () => Loaded,
  );
  useEffect(() => {
    if (View) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isMounted = true;
    const attempt = (): void => {
      load()?.catch(() => {
        if (isMounted) timer = setTimeout(attempt, RETRY_MS);
      });
    };
    attempt();
    return () => {
      isMounted = false;
      clearTimeout(timer);
    };
  }, [View]);
  return View ? createElement(View, props) : null;
}

export const PageView: LoadedView<PageScene> = Object.assign(LazyPageView, { load });
