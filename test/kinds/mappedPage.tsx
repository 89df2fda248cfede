import type { ReactElement } from 'react';
import { compileScene } from '../../src/compiler/story/compileScene';
import { parseJsonFile } from '../../src/compiler/story/parseJsonFile';
import type { Kind, ViewProps } from '../../src/kinds/kind';
import type { PageScene } from '../../src/kinds/page/scene';

/** Compiles a scene of a kind that maps its scenes to pages. @throws its problems */
export async function compileMapped(kind: Kind, source: object): Promise<PageScene> {
  const document = parseJsonFile('scene.json', Buffer.from(JSON.stringify(source)));
  const { value, problems } = await compileScene(document, new Map([[kind.name, kind]]), new Map());
  if (value === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
  return value as PageScene;
}

/** The page of a compiled scene at its first step. */
export function mappedPage(kind: Kind, scene: PageScene, phase: ViewProps['phase'], onNext: () => void = () => {}): ReactElement {
  const View = kind.View!;
  return <View scene={scene} step={0} phase={phase} onNext={onNext} />;
}
