import { cancelFrame, frame, time, type Process } from 'framer-motion';
import { splitGraphemes } from '../../core/terminal/width';
import { applyPatch, nodeAt } from './applyPatches';
import type { SnapshotStep } from './scene';

/**
 * Types the words of a step into the fields of a document, as it plays. Returns a function that stops. Frames are written without React
 * (ADR 023).
 */
export function typeWords(root: Document, { typed = [], patches }: SnapshotStep): () => void {
  const fields = typed.flatMap(({ patch: index, times }) => {
    const patch = patches[index];
    const node = patch && nodeAt(root, patch.at);
    if (!patch || !node || 'hide' in patch) return [];
    const characters = splitGraphemes('name' in patch ? patch.value : patch.text);
    const write = (count: number): void => {
      const text = characters.slice(0, count).join('');
      applyPatch(node, 'name' in patch ? { ...patch, value: text } : { ...patch, text });
    };
    return [{ write, times, length: characters.length }];
  });
  for (const { write } of fields) write(0);
  const start = time.now();
  const draw: Process = ({ timestamp }) => {
    let isDone = true;
    for (const { write, times, length } of fields) {
      // A variable of the address may have made the text longer or shorter than at build.
      const count = Math.round((times.filter((at) => at <= timestamp - start).length / Math.max(1, times.length)) * length);
      write(count);
      isDone &&= count === length;
    }
    if (isDone) cancelFrame(draw);
  };
  if (fields.length > 0) frame.render(draw, true);
  return () => cancelFrame(draw);
}
