import { createRoot } from 'react-dom/client';
import type { Story } from '../core/story';

export interface SpeakerOptions {
  readonly story: Story;
  readonly session: string;
  readonly early: readonly KeyboardEvent[];
}

export function mountSpeaker(root: HTMLElement, { story }: SpeakerOptions): void {
  createRoot(root).render(<p>{story.title}</p>);
}
