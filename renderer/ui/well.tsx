// An area let into the sheet. Tones only where the meaning is that of a notice.
import type { ReactNode } from 'react';
import './well.css';

export interface WellProps {
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'your-turn' | 'note' | 'stopped' | 'done' | undefined;
  /** Names the area for screen readers; without one it is only a box. */
  readonly label?: string | undefined;
  readonly className?: string | undefined;
}

export function Well({ children, tone = 'plain', label, className = '' }: WellProps) {
  const classes = `well well-${tone} ${className}`.trim();
  if (label === undefined) return <div className={classes}>{children}</div>;
  return (
    <section className={classes} aria-label={label}>
      {children}
    </section>
  );
}
