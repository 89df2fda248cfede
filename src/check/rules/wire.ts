import { wireRules } from '../../compiler/wire/wireRules';
import type { Finding, CheckRule } from '../finding';

/** Compares the wire file with itself and with the screen. */
export const wireRule: CheckRule = {
  name: 'wire',
  check: ({ timeline, wire }) =>
    wire ? wireRules.flatMap(({ check }) => check({ timeline, ...wire })).map((problem): Finding => ({ level: 'error', ...problem })) : [],
};
