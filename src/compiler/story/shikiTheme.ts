import type { ThemeRegistration } from 'shiki';
import type { Role } from '../../core/roles';

/** What code is made of. */
const CODE_ROLES = ['text', 'key', 'string', 'number', 'punctuation', 'comment', 'ok', 'error', 'info'] as const satisfies readonly Role[];

type CodeRole = (typeof CODE_ROLES)[number];

/** A stand-in for each role: shiki's themes give colours, and the page gives roles theirs. */
const COLOURS = Object.fromEntries(CODE_ROLES.map((role, index) => [role, `#00000${index + 1}`])) as Record<CodeRole, string>;

const SCOPES: Readonly<Record<Exclude<CodeRole, 'text'>, string[]>> = {
  punctuation: ['punctuation', 'meta.brace', 'keyword.operator'],
  number: ['constant', 'support.constant'],
  key: [
    'support.type.property-name',
    'punctuation.support.type.property-name',
    'keyword',
    'storage',
    'entity.name.tag',
    'entity.other.attribute-name',
    'punctuation.definition.tag',
  ],
  string: ['string', 'punctuation.definition.string', 'constant.character.escape'],
  comment: ['comment', 'punctuation.definition.comment'],
  ok: ['markup.inserted', 'punctuation.definition.inserted'],
  error: ['markup.deleted', 'punctuation.definition.deleted'],
  info: ['meta.diff.header', 'meta.diff.range', 'punctuation.definition.range.diff'],
};

export const theme: ThemeRegistration = {
  name: 'roles',
  type: 'dark',
  colors: { 'editor.foreground': COLOURS.text, 'editor.background': '#ffffff' },
  settings: [
    { settings: { foreground: COLOURS.text, background: '#ffffff' } },
    ...Object.entries(SCOPES).map(([role, scope]) => ({ scope, settings: { foreground: COLOURS[role as CodeRole] } })),
  ],
};

/** The role a stand-in colour means. */
export function roleOf(colour: string | undefined): Role {
  return CODE_ROLES.find((role) => COLOURS[role] === colour?.toLowerCase()) ?? 'text';
}
