/** A file of a shop before and after each of five edits: a type, a loop that becomes a call, a new function, a move, and a rename. */
export function fiveEdits(): readonly string[] {
  const edits: readonly ((code: string) => string)[] = [
    (code) => code.replace('cart: any)', 'cart: Cart): number').replace("'./format';", "'./format';\nimport type { Cart } from './cart';"),
    (code) =>
      code.replace(/  let sum = 0;[^]*?return sum;/u, '  return cart.items.reduce((sum, item) => sum + item.price * item.quantity, 0);'),
    (code) =>
      code
        .replace('export function receipt', `${DISCOUNT}\n\nexport function receipt`)
        .replace('= total(cart)', '= discounted(total(cart), cart.code)'),
    (code) => `${code.replace(/\/\*\* What a customer[^]*?\n\}\n\n/u, '')}\n${/\/\*\* What a customer[^]*?\n\}\n/u.exec(code)![0]}`,
    (code) => code.replaceAll('cart', 'basket').replaceAll('Cart', 'Basket'),
  ];
  return edits.reduce<readonly string[]>((versions, edit) => [...versions, edit(versions.at(-1)!)], [CODE]);
}

/** A file of 300 lines and seven edits of it, each of which changes eight lines and moves ten from one end to the other. */
export function longEdits(): readonly string[] {
  const body = [
    'export function total(cart: Cart, rate = 1): number {',
    '  const lines = cart.items.map((item) => item.price * item.quantity);',
    '  const sum = lines.reduce((a, b) => a + b, 0);',
    '  if (sum > 100) return sum * rate; // the tenth is free',
    '  return `${sum} of ${cart.name}`.length;',
    '}',
  ];
  return Array.from({ length: 8 }, (_, version) => {
    const lines = Array.from({ length: 300 }, (__, at) =>
      (at * 7 + version * 13) % 40 === 0
        ? `  const fresh${version} = await load(cart.items[${at}]);`
        : body[at % 6]!.replace('total', `total${at}`),
    );
    return [...(version % 2 === 0 ? lines : [...lines.slice(10), ...lines.slice(0, 10)]), ''].join('\n');
  });
}

const CODE = `import { format } from './format';

/** What a customer pays for a cart, in cents. */
export function total(cart: any) {
  let sum = 0;
  for (const item of cart.items) {
    sum += item.price * item.quantity;
  }
  return sum;
}

export function receipt(cart: Cart): string {
  const lines = cart.items.map((item) => \`\${item.name} \${format(item.price)}\`);
  const sum = total(cart);
  return [...lines, \`Total \${format(sum)}\`].join('\\n');
}

export function isEmpty(cart: Cart): boolean {
  return cart.items.length === 0;
}

export async function pay(cart: Cart, card: Card): Promise<Receipt> {
  if (isEmpty(cart)) throw new Error('Nothing to pay.');
  const charge = await card.charge(total(cart), 'EUR');
  return { id: charge.id, text: receipt(cart), at: new Date() };
}
`;

const DISCOUNT = `const RATES: Record<string, number> = { summer: 0.9, staff: 0.5 };

function discounted(cents: number, code?: string): number {
  return Math.round(cents * (RATES[code ?? ''] ?? 1));
}`;
