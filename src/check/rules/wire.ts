import { messagesWithPaths, type WireCheckInput } from '../../compiler/wire/wireCheckInput';
import { wireRules } from '../../compiler/wire/wireRules';
import { createFinding, quote, type Finding, type CheckRule } from '../finding';

/** Compares the wire file with itself and with the screen, and reports marks that no message has. */
export const wireRule: CheckRule = {
  name: 'wire',
  check: ({ timeline, wire }) => {
    if (!wire) return [];
    const problems = wireRules.flatMap(({ check }) => check({ timeline, ...wire }));
    return [...problems.map((problem): Finding => ({ level: 'error', ...problem })), ...unusedMarkFindings(wire)];
  },
};

function unusedMarkFindings({ wire, document }: Omit<WireCheckInput, 'timeline'>): readonly Finding[] {
  const used = new Set(messagesWithPaths(wire).map(({ message }) => message.mark));
  return wire.marks.flatMap(({ id, label }, index) =>
    used.has(id)
      ? []
      : [
          createFinding(
            'warning',
            { document, path: ['marks', index, 'id'] },
            `no message has the mark ${quote(label)}, and the legend explains it. Leave it out, or use it`,
          ),
        ],
  );
}
