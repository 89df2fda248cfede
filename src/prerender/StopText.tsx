import type { ReactElement } from 'react';
import type { Block, Code } from '../core/story';
import { blockLines } from '../core/terminal/blockLines';
import { plain } from '../core/richText';
import { spokenLines, type Stop } from '../core/timeline';
import { Prose } from '../kinds/parts/BidiText';

/** What a stop says, as elements that mean what they hold: lists, tables, code, paragraphs. */
export function StopText({ stop }: { readonly stop: Stop }): ReactElement {
  const said = stop.told ?? stop.blocks;
  if (!said) return <Lines lines={spokenLines(stop)} />;
  return (
    <>
      {stop.entrance !== undefined && <Lines lines={[stop.entrance]} />}
      {stop.step === 0 && stop.window !== undefined && <p>{stop.window}</p>}
      {said.map((block, index) => (
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
              <Prose text={plain(text)} />
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
          {block.heading !== undefined && <p>{plain(block.heading)}</p>}
          <ul>
            {block.items.map((item, index) => (
              <li key={index}>
                {item.mark} {plain(item.text)}
              </li>
            ))}
          </ul>
        </>
      );
    case 'badge':
      return (
        <>
          <p>
            <b>{block.label}</b> {plain(block.text)}
          </p>
          <Lines lines={(block.detail ?? []).map(plain)} />
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
                  <td key={column}>{plain(cell)}</td>
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

function CodeText({ code: { label, lines } }: { readonly code: Code }): ReactElement {
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
          <Prose text={line} />
        </p>
      ))}
    </>
  );
}
