import type { ReactElement, SVGProps } from 'react';

interface MousePointerProps extends Omit<SVGProps<SVGSVGElement>, 'className'> {
  /** Whether it moves to a new place, or is there at once. */
  readonly isMoving: boolean;
}

/** The mouse pointer on a page. `translate` says where its tip is. Its style sheet is mouse-pointer.css. */
export function MousePointer({ isMoving, ...rest }: MousePointerProps): ReactElement {
  return (
    <svg {...rest} className={`mouse-pointer${isMoving ? ' mouse-pointer--moving' : ''}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 2.5v17l4.6-4.2 3 6.9 3.1-1.4-3-6.7 6.4-.6Z" />
    </svg>
  );
}
