import type { Block, HighlightedCode } from '../story';
import { plainText } from '../richText';

/** The words of a piece of code, its label first. */
export function codeLines(code: HighlightedCode): readonly string[] {
  const lines = code.lines.map((tokens) => tokens.map(([text]) => text).join(''));
  return code.label === undefined ? lines : [code.label, ...lines];
}

/** Returns everything a block shows, a line for each line of the story; what a later line replaces on screen comes before it. */
export function blockLines(block: Block): readonly string[] {
  switch (block.type) {
    case 'shell':
      return [`${block.prompt} ${block.command}`];
    case 'say':
      return block.text.map((text, index) => (index === 0 ? `${block.who} ${plainText(text)}` : plainText(text)));
    case 'box':
    case 'text':
      return block.lines.map(plainText);
    case 'list':
      return [
        ...(block.heading === undefined ? [] : [plainText(block.heading)]),
        ...block.items.map((item) => `${item.mark} ${plainText(item.text)}`),
      ];
    case 'badge':
      return [`${block.label} ${plainText(block.text)}`, ...(block.detail ?? []).map(plainText)];
    case 'code':
      return codeLines(block);
    case 'table':
      return [...(block.head ? [block.head] : []), ...block.rows].map((row) => row.map(plainText).join(' · '));
    case 'tree':
      return block.lines;
    case 'progress':
      return [`${plainText(block.text)} ${block.done}`];
    case 'rule':
    case 'clear':
      return [];
    case 'spinner':
      return [
        `${block.frames[0] ?? ''} ${plainText(block.text)}`.trim(),
        ...(block.done ? [`${block.done.mark} ${plainText(block.done.text)}`] : []),
      ];
  }
}
