import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  /** A changed value renders the children again after an error. */
  readonly resetKey: unknown;
  /** Renders in place of children that throw. @default nothing */
  readonly renderError?: (error: unknown) => ReactNode;
  readonly onError?: () => void;
  readonly children: ReactNode;
}

/** Catches errors that children throw while rendering. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error: unknown }> {
  override state = { error: undefined as unknown };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error: error ?? 'unknown' };
  }

  override componentDidCatch(): void {
    this.props.onError?.();
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (before.resetKey !== this.props.resetKey && this.state.error !== undefined) this.setState({ error: undefined });
  }

  override render(): ReactNode {
    const { children, renderError } = this.props;
    return this.state.error === undefined ? children : renderError?.(this.state.error);
  }
}
