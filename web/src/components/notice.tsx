import type { ReactNode } from 'react';

export type NoticeKind = 'error' | 'warning' | 'info' | 'success';

interface NoticeProps {
  readonly kind: NoticeKind;
  readonly title: ReactNode;
  /** A screen reader is interrupted by an alert, and told of a status when it is silent. */
  readonly role?: 'alert' | 'status';
  /** A button at the end of the line. */
  readonly action?: ReactNode;
  readonly className?: string;
  readonly children?: ReactNode;
}

/** What the page has to say to somebody: by its words first, its shape second, its colour last. */
export function Notice({ kind, title, role = 'alert', action, className = '', children }: NoticeProps) {
  return (
    <div role={role} className={`notice ${kind} ${className}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={SHAPES[kind]} fillRule="evenodd" />
      </svg>
      <div className="said">
        <p className="title">{title}</p>
        {children}
      </div>
      {action}
    </div>
  );
}

const CIRCLE = 'M8 0a8 8 0 1 1 0 16a8 8 0 0 1 0-16z';
const SHAPES: Readonly<Record<NoticeKind, string>> = {
  error: `${CIRCLE}M5.2 4.1 4.1 5.2 6.9 8l-2.8 2.8 1.1 1.1L8 9.1l2.8 2.8 1.1-1.1L9.1 8l2.8-2.8-1.1-1.1L8 6.9z`,
  warning: 'M8 .8 16 15.2H0zM7.2 5.6v4.8h1.6V5.6zM7.2 11.7v1.7h1.6v-1.7z',
  info: `${CIRCLE}M7.2 3.6v1.8h1.6V3.6zM7.2 7v5.4h1.6V7z`,
  success: `${CIRCLE}M12.2 5.1 11 4 6.9 8.6 4.9 6.7 3.8 7.8 7 10.9z`,
};
