import type { CSSProperties, ReactElement } from 'react';
import type { TreeEntry } from './scene';

interface FileTreeProps {
  readonly entries: readonly TreeEntry[];
  readonly open: string;
  readonly modified: readonly string[];
}

/** The folders and files at the side. */
export function FileTree({ entries, open, modified }: FileTreeProps): ReactElement {
  return (
    <ul className="editor__tree">
      {entries.map(({ name, depth, file }, index) => {
        const isModified = file !== undefined && modified.includes(file);
        const classes = ['editor__entry', file === undefined && 'editor__entry--folder', file === open && 'editor__entry--open'];
        return (
          <li
            key={index}
            className={`${classes.filter(Boolean).join(' ')}${isModified ? ' editor__entry--modified' : ''}`}
            style={{ '--depth': depth } as CSSProperties}
            data-clippable
          >
            <EntryIcon isFolder={file === undefined} />
            <span className="editor__entry-name">{name}</span>
            {isModified && <span className="editor__entry-sign">M</span>}
          </li>
        );
      })}
    </ul>
  );
}

function EntryIcon({ isFolder }: { readonly isFolder: boolean }): ReactElement {
  return (
    <svg className="editor__icon" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={isFolder ? 'm3.5 6 4.5 4.5L12.5 6' : 'M4 1.5h5L12.5 5v9.5H4ZM9 1.5V5h3.5'}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
      />
    </svg>
  );
}
