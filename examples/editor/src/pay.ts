import type { Cart, Item } from './cart';

/** What a customer pays for a cart, in cents. */
export function total(cart: any) {
  let sum = 0;
  for (const item of cart.items) {
    sum += item.price;
  }
  return sum;
}

export function receipt(cart: Cart): string {
  const lines = cart.items.map((item: Item) => `${item.name} ${format(item.price)}`);
  return [...lines, `Total ${format(total(cart))}`].join('\n');
}

// המחיר מוצג ביורו
function format(cents: number): string {
  return `${(cents / 100).toFixed(2)} €`;
}
