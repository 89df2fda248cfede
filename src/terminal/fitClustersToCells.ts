import { splitGraphemes, textWidth } from '../core/terminal/width';

/** Characters that may join the one before them. */
const MAY_JOIN = /[\p{M}\p{Cf}\p{Emoji_Modifier}\p{Regional_Indicator}\u1160-\u11ff]/u;

/** Scripts whose letters join: Arabic, Syriac, N’Ko, Mongolian and others. Browsers make ligatures of them and do not space them out. */
const JOINED_SCRIPTS = /[\u0600-\u08FF\u1800-\u18AF\uA840-\uA87F\uFB50-\uFDFF\uFE70-\uFEFC\u{10D00}-\u{10D3F}]/u;

/**
 * Gives each cluster of several code points in a row of xterm.js, and each letter of a script that joins, exactly its cells.
 * xterm.js spaces what it draws as if the browser had one glyph for each cell; where a font draws a cluster as several, or the
 * browser draws two letters as one, the rest of the row would move. `cell` is the width of one in CSS pixels.
 */
function fitRowClusters(row: Element, cell: number): void {
  for (const span of row.children) {
    const text = span.textContent;
    if (!MAY_JOIN.test(text) && !JOINED_SCRIPTS.test(text)) continue;
    const clusters = splitGraphemes(text);
    const parts: (string | Node)[] = [];
    for (const cluster of clusters) {
      const isOne = Array.from(cluster).length === 1 && !JOINED_SCRIPTS.test(cluster);
      parts.push(isOne ? cluster : clusterBox(cluster, textWidth(cluster) * cell));
    }
    span.replaceChildren(...parts);
  }
}

function clusterBox(cluster: string, width: number): HTMLElement {
  const box = document.createElement('span');
  box.className = 'terminal__cluster';
  box.style.width = `${width}px`;
  box.textContent = cluster;
  return box;
}

/**
 * Fits the clusters of every row that xterm.js draws in `host`, before it is painted. Not all that xterm.js draws is told by its
 * `onRender`: a change of size or of the selection is not. `cols` is the number of cells in a row. Returns a cleanup function.
 */
export function fitClustersToCells(host: Element, cols: () => number): () => void {
  const rows = host.querySelector('.xterm-rows');
  if (!rows) return () => {};
  const observer = new MutationObserver((records) => {
    for (const row of new Set(records.map(({ target }) => target))) {
      if (row.parentNode === rows && row instanceof HTMLElement) fitRowClusters(row, Number.parseFloat(row.style.width) / cols());
    }
  });
  observer.observe(rows, { childList: true, subtree: true });
  return () => observer.disconnect();
}
