import { wireRules } from '../../compiler/wire/wireRules';
import type { Finding, CheckRule } from '../finding';

/** Compares the wire file with itself and with the screen: people read it closely, with the screen beside it. */
export const wireRule: CheckRule = {
  name: 'wire',
  description: `What crosses under the story, against itself and the screen (error): ${wireRules.map(({ summary }) => summary).join('; ')}.`,
  check: ({ timeline, wire }) =>
    wire ? wireRules.flatMap(({ check }) => check({ timeline, ...wire })).map((problem): Finding => ({ level: 'error', ...problem })) : [],
};
