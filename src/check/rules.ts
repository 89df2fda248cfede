import type { Rule } from './finding';
import { characters } from './rules/characters';
import { contradictions } from './rules/contradictions';
import { contrast } from './rules/contrast';
import { frame } from './rules/frame';
import { links } from './rules/links';
import { notes } from './rules/notes';
import { overflow } from './rules/overflow';
import { secrets } from './rules/secrets';
import { smallText } from './rules/small-text';
import { terminal } from './rules/terminal';
import { typing } from './rules/typing';
import { variables } from './rules/variables';
import { wire } from './rules/wire';

/** Everything `npm run check` looks for; a new rule is a file and a line here. */
export const rules: readonly Rule[] = [
  secrets,
  overflow,
  smallText,
  frame,
  terminal,
  typing,
  characters,
  contrast,
  links,
  contradictions,
  variables,
  notes,
  wire,
];
