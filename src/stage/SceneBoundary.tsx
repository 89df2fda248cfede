import { Component, type ReactNode } from 'react';
import type { Stop } from '../core/timeline';

interface SceneBoundaryProps {
  readonly stop: Stop;
  readonly children: ReactNode;
}

/** Keeps a stop that throws from taking the others with it: a plain card with its words stands in, and the next stop is tried afresh. */
export class SceneBoundary extends Component<SceneBoundaryProps, { readonly error: unknown }> {
  override state = { error: undefined as unknown };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override componentDidUpdate(before: SceneBoundaryProps): void {
    if (before.stop !== this.props.stop && this.state.error !== undefined) this.setState({ error: undefined });
  }

  override render(): ReactNode {
    const { stop, children } = this.props;
    if (this.state.error === undefined) return children;
    const reason = this.state.error instanceof Error ? this.state.error.message : String(this.state.error);
    return (
      <div className="failed" role="alert">
        <h2>“{stop.scene.title}” cannot be shown</h2>
        <p>{reason}</p>
        <ul>
          {stop.lines.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ul>
      </div>
    );
  }
}
