import type { CheckRule } from './finding';
import { charactersRule } from './rules/characters';
import { contradictionsRule } from './rules/contradictions';
import { contrastRule } from './rules/contrast';
import { cutsRule } from './rules/cuts';
import { statusBarRule } from './rules/status-bar';
import { focusRule } from './rules/focus';
import { kindsRule } from './rules/kinds';
import { linksRule } from './rules/links';
import { notesRule } from './rules/notes';
import { overflowRule } from './rules/overflow';
import { pagesRule } from './rules/pages';
import { picturesRule } from './rules/pictures';
import { secretsRule } from './rules/secrets';
import { slidesRule } from './rules/slides';
import { smallTextRule } from './rules/small-text';
import { terminalRule } from './rules/terminal';
import { typingRule } from './rules/typing';
import { variablesRule } from './rules/variables';
import { wireRule } from './rules/wire';

/** All rules of `npm run check`. A new rule needs a file and a line here. */
export const checkRules: readonly CheckRule[] = [
  secretsRule,
  overflowRule,
  smallTextRule,
  slidesRule,
  focusRule,
  pagesRule,
  statusBarRule,
  terminalRule,
  cutsRule,
  typingRule,
  charactersRule,
  contrastRule,
  picturesRule,
  linksRule,
  kindsRule,
  contradictionsRule,
  variablesRule,
  notesRule,
  wireRule,
];
