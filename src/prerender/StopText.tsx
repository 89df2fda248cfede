import type { ReactElement } from 'react';
import type { Block, HighlightedCode } from '../core/story';
import { blockLines } from '../core/terminal/blockLines';
import { plainText } from '../core/richText';
import { transcriptLines, type Stop } from '../core/timeline';
import { BidiText } from '../kinds/parts/BidiText';

/** What a stop says, as elements that mean what they hold: lists, tables, code, paragraphs. */
export function StopText({ stop }: { readonly stop: Stop }): ReactElement {
  const readableBlocks = stop.readableBlocks ?? stop.blocks;
  if (!readableBlocks) return <Lines lines={transcriptLines(stop)} />;
  return (
    <>
      {stop.transitionText !== undefined && <Lines lines={[stop.transitionText]} />}
      {stop.step === 0 && stop.window !== undefined && <p>{stop.window}</p>}
      {readableBlocks.map((block, index) => (
        <BlockText key={index} block={block} />
      ))}
    </>
  );
}

function BlockText({ block }: { readonly block: Block }): ReactElement | null {
  switch (block.type) {
    case 'shell':
      return (
        <pre dir="ltr">
          {block.prompt} <kbd>{block.command}</kbd>
        </pre>
      );
    case 'say':
      return (
        <>
          {block.text.map((text, index) => (
            <p key={index}>
              {index === 0 && (
                <>
                  <b>{block.who}</b>{' '}
                </>
              )}
              <BidiText text={plainText(text)} />
            </p>
          ))}
        </>
      );
    case 'box':
    case 'text':
    case 'progress':
    case 'spinner':
      return <Lines lines={blockLines(block)} />;
    case 'list':
      return (
        <>
          {block.heading !== undefined && <p>{plainText(block.heading)}</p>}
          <ul>
            {block.items.map((item, index) => (
              <li key={index}>
                {item.mark} {plainText(item.text)}
              </li>
            ))}
          </ul>
        </>
      );
    case 'badge':
      return (
        <>
          <p>
            <b>{block.label}</b> {plainText(block.text)}
          </p>
          <Lines lines={(block.detail ?? []).map(plainText)} />
        </>
      );
    case 'code':
      return <CodeText code={block} />;
    case 'table':
      return (
        <table>
          {block.head && (
            <thead>
              <tr>
                {block.head.map((cell, index) => (
                  <th key={index} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {block.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column}>{plainText(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'tree':
      return <pre dir="auto">{block.lines.join('\n')}</pre>;
    case 'rule':
      return <hr />;
    case 'clear':
      return null;
  }
}

function CodeText({ code: { label, lines } }: { readonly code: HighlightedCode }): ReactElement {
  return (
    <figure>
      {label !== undefined && <figcaption>{label}</figcaption>}
      <pre dir="ltr">
        <code>{lines.map((tokens) => tokens.map(([text]) => text).join('')).join('\n')}</code>
      </pre>
    </figure>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }): ReactElement {
  return (
    <>
      {lines.map((line, index) => (
        <p key={index}>
          <BidiText text={line} />
        </p>
      ))}
    </>
  );
}
