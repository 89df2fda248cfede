import { useState } from 'react';

/** Returns the selected one of `count` items, clamped to the list, and a function that selects another. */
export function useSelection(initial: number, count: number): readonly [number, (index: number) => void] {
  const [selectedIndex, setSelectedIndex] = useState(initial);
  return [Math.max(0, Math.min(selectedIndex, count - 1)), setSelectedIndex];
}
