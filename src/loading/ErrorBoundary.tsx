import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  /** Another value tries the children again. */
  readonly resetKey: unknown;
  /** What stands in for children that throw. @default nothing */
  readonly renderError?: (error: unknown) => ReactNode;
  readonly onError?: () => void;
  readonly children: ReactNode;
}

/** Keeps children that throw from taking the rest of the page with them. */
export class Boundary extends Component<BoundaryProps, { readonly error: unknown }> {
  override state = { error: undefined as unknown };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error: error ?? 'unknown' };
  }

  override componentDidCatch(): void {
    this.props.onError?.();
  }

  override componentDidUpdate(before: BoundaryProps): void {
    if (before.resetKey !== this.props.resetKey && this.state.error !== undefined) this.setState({ error: undefined });
  }

  override render(): ReactNode {
    const { children, renderError } = this.props;
    return this.state.error === undefined ? children : renderError?.(this.state.error);
  }
}
