import type { DeckStop, Slide, StyledSpan } from './slides';

/** Escapes text for HTML inside Markdown and Vue templates, which also drop spaces at the edges of elements. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"{}*_`\\[\]|~#]|^ +| +$| {2,}/gu, (characters) =>
    Array.from(characters, (char) => (char === ' ' ? '&#160;' : `&#${char.codePointAt(0)};`)).join(''),
  );
}

function spanHtml({ text, colour, bold, badge }: StyledSpan): string {
  const style = badge ? `background:${colour};color:#1e1e2e` : `color:${colour}`;
  return `<span style="${style}${bold ? ';font-weight:700' : ''}">${escapeHtml(text)}</span>`;
}

function linesHtml(lines: DeckStop['lines']): string {
  return lines.map((line) => `<div class="row">${line.map(spanHtml).join('')}</div>`).join('');
}

/** Returns a slide on one line, as Markdown needs it. `open` returns the start tag of each stop. */
export function slideHtml({ kind, title, stops }: Slide, open: (stop: number) => string): string {
  const body = stops.map(({ lines }, index) => `${open(index)}${linesHtml(lines)}</div>`).join('');
  const bar = `<div class="bar">${escapeHtml(title)}</div>`;
  return `<div class="box box--${kind}">${bar}<div class="rows"><div class="all">${body}</div></div></div>`;
}
