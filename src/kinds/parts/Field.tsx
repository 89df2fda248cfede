import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import './field.css';

interface FieldProps extends Omit<ComponentPropsWithoutRef<'input'>, 'className' | 'type'> {
  readonly label: string;
}

/** Fields one below the other; from three on side by side as well, since a page does not scroll on stage. */
export function Fields({ count, children }: { readonly count: number; readonly children: ReactNode }) {
  if (count < 3) return children;
  return <div className={count > 4 ? 'fields fields--many' : 'fields'}>{children}</div>;
}

/**
 * A text field that looks real and takes nothing. The label wraps the input instead of naming it by id, because the
 * same page may be on screen more than once.
 */
export function Field({ label, ...input }: FieldProps) {
  // A placeholder reads as the page does; a value, often an e-mail address, as its own letters do.
  const dir = input.value === undefined ? undefined : 'auto';
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input className="field-input" type="text" dir={dir} autoComplete="off" spellCheck={false} tabIndex={-1} {...input} />
    </label>
  );
}
