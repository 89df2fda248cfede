import type { ComponentPropsWithoutRef } from 'react';
import './field.css';

interface FieldProps extends Omit<ComponentPropsWithoutRef<'input'>, 'className' | 'type'> {
  readonly label: string;
}

/** A text field that takes no input. The label contains the input, since ids would repeat if the page is on screen twice. */
export function Field({ label, ...input }: FieldProps) {
  // A value, such as an e-mail address, has the direction of its letters; a placeholder that of the page.
  const dir = input.value === undefined ? undefined : 'auto';
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input className="field-input" type="text" dir={dir} autoComplete="off" spellCheck={false} tabIndex={-1} {...input} />
    </label>
  );
}
