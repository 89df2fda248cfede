export {};

/** Metadata of a field, used for the editors' JSON Schema and for the reference. ADR 025 */
declare module 'zod' {
  interface GlobalMeta {
    /** Values that editors suggest and the reference shows. */
    examples?: unknown[];
    /** Unit of a number, for example "milliseconds"; "none" for a plain number. */
    unit?: string;
    /** Description of what applies without the field, if that is not a single value. @default "none" */
    otherwise?: string;
    /** What an object must satisfy beyond the types of its fields, for the reference. */
    rule?: string;
    /** Meaning of each value of an enumeration, in the same order. */
    enumDescriptions?: string[];
  }
}
