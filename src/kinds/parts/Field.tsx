import type { ComponentPropsWithoutRef } from 'react';
import './field.css';

interface FieldProps extends Omit<ComponentPropsWithoutRef<'input'>, 'className' | 'type'> {
  readonly label: string;
}

/**
 * A text field that looks real and takes nothing. The label wraps the input instead of naming it by id, because the
 * same page may be on screen more than once.
 */
export function Field({ label, ...input }: FieldProps) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input className="field-input" type="text" autoComplete="off" spellCheck={false} tabIndex={-1} {...input} />
    </label>
  );
}
