export interface Return {
  readonly order: string;
  readonly reason: 'too small' | 'damaged' | 'changed my mind';
  readonly cents: number;
}

export type Decision = 'refund' | 'ask';

// #region by-hand
/** Who decides on a return? */
export function decide(): Decision {
  return 'ask';
}
// #endregion
