interface State {
  readonly id: string;
  readonly title: string;
}

/**
 * Returns a scene to begin with, as an author would write it: a step for each state of a capture.
 * @param schema where an editor finds the schema of scenes, from the scene's folder
 */
export function starterScene(
  capture: string,
  states: readonly State[],
  { isDark, schema }: { readonly isDark: boolean; readonly schema: string | undefined },
): object {
  const id = capture
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/gu, '-')
    .replace(/^[^a-z]+/u, '');
  const titles = uniqueTitles(states);
  return {
    ...(schema !== undefined && { $schema: schema }),
    kind: 'snapshot',
    id: id === '' ? 'page' : id,
    title: titles[0] ?? capture,
    capture,
    ...(isDark && { look: { theme: 'dark' } }),
    steps: states.map((state, index) => ({
      title: titles[index],
      notes: { say: `What is to be said of “${titles[index]}”.`, point: 'What to look at.' },
      state: state.id,
    })),
  };
}

/** Pages of one site often have one title, and steps must be told apart. */
function uniqueTitles(states: readonly State[]): readonly string[] {
  const titles: string[] = [];
  for (const { id, title } of states) {
    const written = title.trim() === '' ? id : title.replaceAll(/\s+/gu, ' ').trim();
    titles.push(titles.includes(written) ? `${written} (${id})` : written);
  }
  return titles;
}
