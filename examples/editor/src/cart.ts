export interface Item {
  name: string;
  price: number;
  quantity: number;
}

export interface Cart {
  items: readonly Item[];
}
