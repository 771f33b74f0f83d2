import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** Another one stands for another view: what broke before is forgotten. */
  readonly view: string;
  /** Drawn in place of what broke. */
  readonly fallback: (retry: () => void) => ReactNode;
  /** Fetches anew what the view is drawn from, before it is drawn again. */
  readonly onRetry?: () => void;
}

interface State {
  readonly broken: boolean;
  readonly tries: number;
  readonly view: string;
}

/**
 * Keeps a view that throws while it is drawn from taking the page with it. Trying again draws it anew; a view that
 * breaks after that as well may be a part of the page that never arrived, and only loading the page brings it.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: false, tries: 0, view: this.props.view };

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true };
  }

  static getDerivedStateFromProps({ view }: Props, state: State): State | null {
    return view === state.view ? null : { broken: false, tries: 0, view };
  }

  readonly #retry = () => {
    if (this.state.tries > 0) {
      location.reload();
      return;
    }
    this.props.onRetry?.();
    this.setState(({ tries }) => ({ broken: false, tries: tries + 1 }));
  };

  override render(): ReactNode {
    return this.state.broken ? this.props.fallback(this.#retry) : this.props.children;
  }
}
