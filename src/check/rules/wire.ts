import { wireRules } from '../../compiler/wire/wireRules';
import type { Finding, CheckRule } from '../finding';

const summaries = wireRules.map(({ summary }) => summary).join('; ');

/** Compares the wire file with itself and with the screen. */
export const wireRule: CheckRule = {
  name: 'wire',
  description: `What crosses under the story, against itself and the screen (error): ${summaries}.`,
  check: ({ timeline, wire }) =>
    wire ? wireRules.flatMap(({ check }) => check({ timeline, ...wire })).map((problem): Finding => ({ level: 'error', ...problem })) : [],
};
