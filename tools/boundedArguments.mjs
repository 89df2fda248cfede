/**
 * Lint rule `bounded/arguments`: reports a list spread into the arguments of a variadic method. Arguments are put on the call stack,
 * so such a call fails from about 100,000 items on.
 */
const VARIADIC_METHODS = new Set(['max', 'min', 'push', 'unshift', 'fromCodePoint', 'fromCharCode']);

/** @typedef {{ type: string, computed: boolean, property: { type: string, name: string } }} Callee */

const rule = {
  meta: { type: 'problem', docs: { description: 'Lists of unknown length are not spread into arguments.' } },
  /** @param {{ report(found: object): void }} context */
  create: (context) => ({
    /** @param {{ callee: Callee, arguments: { type: string }[] }} node */
    CallExpression(node) {
      const { callee, arguments: list } = node;
      if (
        callee.type !== 'MemberExpression' ||
        callee.computed ||
        callee.property.type !== 'Identifier' ||
        !VARIADIC_METHODS.has(callee.property.name)
      )
        return;
      const spread = list.find((each) => each.type === 'SpreadElement');
      if (spread)
        context.report({
          node: spread,
          message: `A long list overflows the call stack as arguments of ${callee.property.name}(): loop over it, or use maxOf().`,
        });
    },
  }),
};

export default { meta: { name: 'bounded' }, rules: { arguments: rule } };
