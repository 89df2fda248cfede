import { useState } from 'react';

/** Which of `count` items is chosen, kept inside the list however it changes. */
export function useSelection(initial: number, count: number): readonly [number, (index: number) => void] {
  const [selectedIndex, setSelectedIndex] = useState(initial);
  return [Math.max(0, Math.min(selectedIndex, count - 1)), setSelectedIndex];
}
