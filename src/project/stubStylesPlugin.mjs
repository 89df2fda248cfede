/**
 * Replaces style sheets by empty modules, for code that Node runs: Vite's `runnerImport()` cannot load them. @type {import('vite').Plugin}
 */
export const stubStylesPlugin = {
  name: 'understudy:stub-styles',
  enforce: 'pre',
  resolveId: { filter: { id: /\.css$/u }, handler: () => '\0no-styles' },
  load: { filter: { id: /^\0no-styles$/u }, handler: () => '' },
};
