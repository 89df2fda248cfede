import type { Story } from './story';

/** Finds the ids in double brackets: `[[what-if-login-fails]]`, but not `\\[[such]]`. */
const REFERENCE = /(?<!\\)\[\[([a-z][a-z0-9-]*)\]\]/gu;

/** A part of the notes: a text, or the id of a detour. */
type NotesPart = { readonly text: string } | { readonly detour: string };

/** Splits notes at the ids of detours in them. */
export function splitNotes(notes: string): readonly NotesPart[] {
  // The pieces at odd places are what the pattern captures.
  return notes.split(REFERENCE).map((piece, at) => (at % 2 === 1 ? { detour: piece } : { text: piece.replaceAll('\\[[', '[[') }));
}

/** Returns the ids of the detours that notes name, in order. */
export function detoursInNotes(notes: string): readonly string[] {
  return splitNotes(notes).flatMap((part) => ('detour' in part ? [part.detour] : []));
}

/** Returns notes with the titles of detours in place of their ids. */
export function notesText({ scenes }: Pick<Story, 'scenes'>, notes: string): string {
  const titleOf = (id: string): string => scenes.find((scene) => scene.id === id)?.title ?? id;
  return splitNotes(notes)
    .map((part) => ('detour' in part ? titleOf(part.detour) : part.text))
    .join('');
}
