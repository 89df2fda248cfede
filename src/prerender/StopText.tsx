import type { ReactElement } from 'react';
import { BlockText } from '../blocks/BlockText';
import { TextLines } from '../blocks/TextLines';
import { transcriptLines, type Stop } from '../core/timeline';

/** The text of a stop in semantic elements: lists, tables, code and paragraphs. */
export function StopText({ stop }: { readonly stop: Stop }): ReactElement {
  const readableBlocks = stop.readableBlocks ?? stop.blocks;
  if (!readableBlocks) return <TextLines lines={transcriptLines(stop)} />;
  return (
    <>
      {stop.transitionText !== undefined && <TextLines lines={[stop.transitionText]} />}
      {stop.shownStep === 0 && stop.window !== undefined && <p>{stop.window}</p>}
      {readableBlocks.map((block, index) => (
        <BlockText key={index} block={block} />
      ))}
    </>
  );
}
