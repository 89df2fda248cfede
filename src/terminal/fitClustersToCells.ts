import { splitGraphemes, textWidth } from '../core/terminal/width';

/** Characters that may join the one before them. */
const MAY_JOIN = /[\p{M}\p{Cf}\p{Emoji_Modifier}\p{Regional_Indicator}\u1160-\u11ff]/u;

/** Scripts with joined letters, such as Arabic, Syriac, N’Ko and Mongolian: browsers form ligatures and ignore letter-spacing. */
const JOINED_SCRIPTS = /[\u0600-\u08FF\u1800-\u18AF\uA840-\uA87F\uFB50-\uFDFF\uFE70-\uFEFC\u{10D00}-\u{10D3F}]/u;

/**
 * Puts each cluster of several code points, and each letter of a joined script, into a box as wide as its cells. xterm.js sets
 * letter-spacing as if each cell held one glyph; where the browser draws more or fewer glyphs, the rest of the row would move.
 * `cellWidth` is in CSS pixels.
 */
function fitRowClusters(row: Element, cellWidth: number): void {
  for (const span of row.children) {
    const text = span.textContent;
    if (!MAY_JOIN.test(text) && !JOINED_SCRIPTS.test(text)) continue;
    span.replaceChildren(
      ...splitGraphemes(text).map((cluster) => {
        const isSingle = Array.from(cluster).length === 1 && !JOINED_SCRIPTS.test(cluster);
        return isSingle ? cluster : createClusterBox(cluster, textWidth(cluster) * cellWidth);
      }),
    );
  }
}

function createClusterBox(cluster: string, width: number): HTMLElement {
  const box = document.createElement('span');
  box.className = 'terminal__cluster';
  box.style.width = `${width}px`;
  box.textContent = cluster;
  return box;
}

/**
 * Fits the clusters of every row that xterm.js draws in `host`, before the row is painted. Observes the elements, because
 * `onRender` does not report changes of size or selection. `cols` returns the number of cells in a row. Returns a cleanup function.
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
