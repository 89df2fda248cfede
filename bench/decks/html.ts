import type { DeckStop, Slide, StyledSpan } from './slides';

/** Text for HTML that Markdown and Vue's templates leave alone as well; they drop spaces at the edges of elements. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"{}*_`\\[\]|~#]|^ +| +$| {2,}/gu, (signs) =>
    Array.from(signs, (sign) => (sign === ' ' ? '&#160;' : `&#${sign.codePointAt(0)};`)).join(''),
  );
}

function spanHtml({ text, colour, bold, badge }: StyledSpan): string {
  const style = badge ? `background:${colour};color:#1e1e2e` : `color:${colour}`;
  return `<span style="${style}${bold ? ';font-weight:700' : ''}">${escapeHtml(text)}</span>`;
}

/** A stop's lines. */
function linesHtml(lines: DeckStop['lines']): string {
  return lines.map((line) => `<div class="row">${line.map(spanHtml).join('')}</div>`).join('');
}

/** A slide's box; `open` is the tag that begins each of its stops. On one line, as Markdown needs it. */
export function slideHtml({ kind, title, stops }: Slide, open: (stop: number) => string): string {
  const body = stops.map(({ lines }, index) => `${open(index)}${linesHtml(lines)}</div>`).join('');
  return `<div class="box box--${kind}"><div class="bar">${escapeHtml(title)}</div><div class="rows"><div class="all">${body}</div></div></div>`;
}
