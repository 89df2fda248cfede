import type { CSSProperties, ReactElement } from 'react';
import type { ViewProps } from '../kind';
import { CodePane } from './CodePane';
import { FileTree } from './FileTree';
import { SeverityIcon } from './SeverityIcon';
import { TerminalPanel } from './TerminalPanel';
import type { EditorScene, EditorStep } from './scene';
import './editor.css';
import './editor-code.css';
import './editor-marks.css';

/** A code editor at a step: the tree of files, one or two panes, and the terminal below. */
export function EditorView({ scene, step: index, phase }: ViewProps<EditorScene>): ReactElement | null {
  const step = scene.steps[index];
  if (!step) return null;
  const before = phase === 'settled' ? undefined : scene.steps[index - 1];
  const hasTwo = step.panes.length === 2;
  return (
    <div className={`editor${hasTwo ? ' editor--two' : ''}${step.terminal ? ' editor--terminal' : ''}`} dir="ltr">
      <div className="editor__main">
        {scene.tree && <FileTree entries={scene.tree} open={step.panes[0].file} modified={step.modified} />}
        <div className="editor__work">
          <div className="editor__panes">
            {step.panes.map((pane, at) => (
              <div key={`${at} ${pane.file}`} className="editor__pane">
                <Tabs names={at === 0 ? step.tabs : [pane.file]} active={pane.file} />
                <CodePane
                  scene={scene}
                  pane={pane}
                  before={before?.panes.find(({ file }) => file === pane.file)}
                  typing={phase === 'settled' ? 'done' : phase === 'play' ? 'plays' : 'waits'}
                />
              </div>
            ))}
          </div>
          {step.terminal && <TerminalPanel printed={scene.printed} steps={step.terminal} index={index} start={step.codeMs} phase={phase} />}
        </div>
      </div>
      <StatusLine step={step} language={scene.languages[step.panes[0].file] ?? ''} />
    </div>
  );
}

function Tabs({ names, active }: { readonly names: readonly string[]; readonly active: string }): ReactElement {
  const labels = names.map(baseName);
  return (
    <div className="editor__tabs" style={{ '--tabs': names.length } as CSSProperties}>
      {names.map((name, index) => (
        <span key={name} className={`editor__tab${name === active ? ' editor__tab--active' : ''}`}>
          {/* Two files of one name are told apart by their folders. */}
          {labels.filter((label) => label === labels[index]).length > 1 ? name : labels[index]}
        </span>
      ))}
    </div>
  );
}

function baseName(name: string): string {
  return name.split('/').at(-1) ?? name;
}

/** The bar at the bottom: problems, and the language. */
function StatusLine({ step: { panes }, language }: { readonly step: EditorStep; readonly language: string }): ReactElement {
  const messages = panes.flatMap(({ messages: list = [] }) => list);
  return (
    <div className="editor__status" aria-hidden="true">
      {(['error', 'warning'] as const).map((severity) => (
        <span key={severity} className="editor__count">
          <SeverityIcon severity={severity} />
          {messages.filter((each) => each.severity === severity).length}
        </span>
      ))}
      <span className="editor__language">{language}</span>
    </div>
  );
}
