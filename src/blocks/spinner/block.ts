import { plainText } from '../../core/richText';
import { textWidth } from '../../core/terminal/width';
import { lineElement, type BlockDefinition, type BlockOf } from '../block';

export const spinnerBlock: BlockDefinition<BlockOf<'spinner'>> = {
  // Without `done`, only the first frame is printed: the terminal animates the last spinner of a stop.
  elements: ({ frames, role, text, done }, scheduler) => {
    if (!done) return [lineElement([...scheduler.line(`${frames[0] ?? ''} `, { role, bold: true }), ...scheduler.line(text, { role })], 2)];
    return [
      {
        kind: 'spinner',
        interimLines: scheduler.spin(frames, text, { role }, done.ms),
        pieces: [...scheduler.line(`${done.mark} `, { role: done.role, bold: true }), ...scheduler.line(done.text)],
        hang: textWidth(done.mark) + 1,
      },
    ];
  },
  textLines: ({ frames, text, done }) => [
    `${frames[0] ?? ''} ${plainText(text)}`.trim(),
    ...(done ? [`${done.mark} ${plainText(done.text)}`] : []),
  ],
};
