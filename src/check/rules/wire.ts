import { wireRules } from '../../compiler/wire/wireRules';
import type { Finding, CheckRule } from '../finding';

/** What crosses under the story. Whoever asks what really happened there reads it closely, with the screen beside it. */
export const wireRule: CheckRule = {
  name: 'wire',
  description: `What crosses under the story, against itself and the screen (error): ${wireRules.map(({ summary }) => summary).join('; ')}.`,
  check: ({ timeline, wire: under }) =>
    under
      ? wireRules.flatMap(({ check }) => check({ timeline, ...under })).map((problem): Finding => ({ level: 'error', ...problem }))
      : [],
};
