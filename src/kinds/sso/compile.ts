import type { CompileContext } from '../compileContext';
import { compileMappedPage, fieldParts, presentParts } from '../page/compile/compileMappedPage';
import type { PageScene } from '../page/scene';
import type { SsoScene } from './schema';

/** Makes the company's sign-in page with its fields filled in. */
export function compileSso(scene: SsoScene, context: CompileContext): Promise<PageScene | undefined> {
  const { look, logo, name, tagline, pill, note, fields, remember, forgot, submit, hint, foot } = scene;
  const title = presentParts({ type: 'heading', level: 1, text: [name] }, !!tagline && { type: 'text', text: [tagline] });
  const head = presentParts(
    { type: 'logo', text: logo },
    { type: 'section', id: 'title', parts: title },
    !!pill && { type: 'badge', text: pill },
  );
  const extras = presentParts(
    !!remember && { type: 'checkbox', label: [remember], checked: true },
    !!forgot && { type: 'button', id: 'forgot', label: forgot, look: 'quiet', disabled: true },
  );
  const form = presentParts(
    !!note && { type: 'text', id: 'note', text: [note] },
    ...fieldParts(fields.map(({ label, value, secret }) => ({ type: 'field', label, value, input: secret ? 'password' : 'text' }))),
    extras.length > 0 && { type: 'row', id: 'extras', align: 'between', parts: extras },
    { type: 'button', id: 'submit', label: submit, look: 'primary', wide: true },
    !!foot && { type: 'text', id: 'foot', text: [foot] },
  );
  const card = [
    { type: 'section', id: 'head', parts: head },
    { type: 'section', id: 'form', parts: form },
  ];
  return compileMappedPage(
    scene,
    {
      skin: `sso sso--${look.layout}${look.brand === undefined ? '' : ' sso--branded'}`,
      brand: look.brand,
      parts: [{ type: 'card', parts: card }],
      press: hint ? { part: 'submit', hint } : 'submit',
      lines: [
        name,
        tagline,
        pill,
        note,
        ...fields.map(({ label, value }) => `${label}: ${value}`),
        remember && `☑ ${remember}`,
        forgot,
        submit,
        hint,
        foot,
      ],
    },
    context,
  );
}
