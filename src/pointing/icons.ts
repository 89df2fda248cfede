import type { Tool } from '../core/tools';

/** SVG paths of 24 × 24 units. */
export const POINTING_ICONS: Readonly<Record<Tool | 'straight' | 'undo' | 'clear' | 'save' | 'done', string>> = {
  laser: 'M12 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2 2M16.4 16.4l2 2M5.6 18.4l2-2M16.4 7.6l2-2',
  spotlight: 'M9 3h6l5 11H4zM4 14c0 3 3.6 6 8 6s8-3 8-6',
  zoom: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5L21 21M10.5 7.5v6M7.5 10.5h6',
  pen: 'M4 20l1-4L16.5 4.5a2.1 2.1 0 0 1 3 3L8 19zM14 7l3 3',
  focus: 'M4 9V5a1 1 0 0 1 1-1h4M15 4h4a1 1 0 0 1 1 1v4M20 15v4a1 1 0 0 1-1 1h-4M9 20H5a1 1 0 0 1-1-1v-4M9 12h6',
  straight: 'M5 19L19 5',
  undo: 'M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  clear: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
  save: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  done: 'M6 6l12 12M18 6L6 18',
};
