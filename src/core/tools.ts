/** What a presenter points with; at most one is on. `focus` brings out what the step names. ADR 055 */
export const TOOLS = ['laser', 'spotlight', 'zoom', 'pen', 'focus'] as const;
export type Tool = (typeof TOOLS)[number];

export function isTool(value: unknown): value is Tool {
  return (TOOLS as readonly unknown[]).includes(value);
}

/** What buttons and messages call the tools. */
export const TOOL_LABELS: Readonly<Record<Tool, string>> = {
  laser: 'Laser',
  spotlight: 'Spotlight',
  zoom: 'Zoom',
  pen: 'Pen',
  focus: 'Focus',
};
