import { createFinding, type CheckRule } from '../finding';

/** Reports what the kinds of scenes noticed when they compiled them. */
export const kindsRule: CheckRule = {
  name: 'kinds',
  check: ({ scenes, notices }) =>
    scenes.flatMap((document) =>
      (notices.get(document.file)?.warnings ?? []).map(({ path, message }) => createFinding('warning', { document, path }, message)),
    ),
};
