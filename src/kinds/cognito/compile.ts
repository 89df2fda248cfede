import type { CompileContext } from '../compileContext';
import { compileMappedPage, fieldParts, presentParts } from '../page/compile/compileMappedPage';
import type { PageScene } from '../page/scene';
import type { CognitoScene } from './schema';

/** Makes the page: the password form is disabled, the button for single sign-on works. */
export function compileCognito(scene: CognitoScene, context: CompileContext): Promise<PageScene | undefined> {
  const { logo, name, tagline, pill, fields, submit, divider, sso, hint, foot } = scene;
  const title = presentParts({ type: 'heading', level: 1, text: [name] }, !!tagline && { type: 'text', text: [tagline] });
  const head = presentParts(
    { type: 'logo', text: logo },
    { type: 'section', id: 'title', parts: title },
    pill && {
      type: 'row',
      id: 'pill',
      parts: [
        { type: 'badge', text: pill.mark },
        { type: 'badge', text: pill.text },
      ],
    },
  );
  const password = [
    ...fieldParts(fields.map(({ label, placeholder }) => ({ type: 'field', label, placeholder, disabled: true }))),
    { type: 'button', id: 'submit', label: submit, disabled: true, wide: true },
  ];
  const ways = [
    { type: 'section', parts: password },
    { type: 'divider', ...(divider && { label: divider }) },
    { type: 'section', parts: [{ type: 'button', id: 'continue', label: sso.label, icon: sso.icon, look: 'primary', wide: true }] },
  ];
  const card = [
    { type: 'row', id: 'head', parts: head },
    { type: 'columns', id: 'ways', parts: ways },
  ];
  return compileMappedPage(
    scene,
    {
      skin: `cognito${fields.length > 2 ? ' cognito--columns' : ''}${fields.length > 4 ? ' cognito--many' : ''}`,
      parts: [
        { type: 'card', parts: card },
        { type: 'section', id: 'foot', parts: foot.map((line) => ({ type: 'text', text: [line] })) },
      ],
      press: hint ? { part: 'continue', hint } : 'continue',
      lines: [
        name,
        tagline,
        pill && `${pill.mark} ${pill.text}`,
        ...fields.map(({ label, placeholder }) => `${label}: ${placeholder}`),
        submit,
        divider,
        `${sso.icon} ${sso.label}`,
        hint,
        ...foot,
      ],
    },
    context,
  );
}
