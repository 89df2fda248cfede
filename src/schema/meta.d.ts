export {};

/**
 * What a field tells its author, besides its description and examples. From these the JSON Schema makes the words an
 * editor shows, and the reference its tables; so neither is written twice.
 */
declare module 'zod' {
  interface GlobalMeta {
    /** What authors may write there; editors offer it, and the reference shows it. */
    examples?: unknown[];
    /** What a number counts, for example "milliseconds"; "none" for a bare number. */
    unit?: string;
    /** What happens without the field, where no single value says it. @default "none" */
    otherwise?: string;
    /** What each value of an enumeration means, in the same order; editors show it beside the value. */
    enumDescriptions?: string[];
  }
}
