import { expect, test, vi } from 'vitest';
import { createStore } from '../../src/core/createStore';

test('passes each new state to its listeners until they unsubscribe', () => {
  const store = createStore(1);
  const listener = vi.fn<(state: number) => void>();
  const unsubscribe = store.subscribe(listener);
  expect(store.getState()).toBe(1);
  store.setState(2);
  expect(store.getState()).toBe(2);
  unsubscribe();
  store.setState(3);
  expect(listener.mock.calls).toEqual([[2]]);
});

test('calls no listener when the state stays the same', () => {
  const state = { stop: 1 };
  const store = createStore(state);
  const listener = vi.fn<(state: { readonly stop: number }) => void>();
  store.subscribe(listener);
  store.setState(state);
  expect(listener).not.toHaveBeenCalled();
});

test('gives a listener that sets the state again the latest state', () => {
  const store = createStore(0);
  const seen: number[] = [];
  store.subscribe((state) => {
    if (state < 2) store.setState(state + 1);
  });
  store.subscribe((state) => seen.push(state));
  store.setState(1);
  expect(seen.at(-1)).toBe(2);
  expect(store.getState()).toBe(2);
});
