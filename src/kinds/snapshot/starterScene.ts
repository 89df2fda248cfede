/** Returns a scene to begin with, as an author would write it: a step for each state of a capture. */
export function starterScene(capture: string, states: readonly { readonly id: string; readonly title: string }[], isDark: boolean): object {
  const id = capture
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/gu, '-')
    .replace(/^[^a-z]+/u, '');
  return {
    $schema: './.understudy/scene.schema.json',
    kind: 'snapshot',
    id: id === '' ? 'page' : id,
    title: states[0]?.title || capture,
    capture,
    ...(isDark && { look: { theme: 'dark' } }),
    steps: states.map((state) => ({
      title: state.title || state.id,
      notes: { say: `What is to be said of ${state.title || state.id}.`, point: 'What to look at.' },
      state: state.id,
    })),
  };
}
