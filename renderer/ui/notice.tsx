// One sentence with a mark in a tinted box: the first words in semibold are the state.
import type { ReactNode } from 'react';
import type { MarkState } from './mark.tsx';
import { Mark } from './mark.tsx';
import './notice.css';

export type NoticeTone = 'your-turn' | 'note' | 'stopped' | 'done';

export interface NoticeProps {
  readonly tone: NoticeTone;
  /** "Your turn.", "Stopped.": semibold, before the sentence. */
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons at the end. */
  readonly actions?: ReactNode;
  /** Said aloud when it appears. */
  readonly live?: boolean | undefined;
}

const markOf: Record<NoticeTone, MarkState> = {
  'your-turn': 'needs-you',
  note: 'noted',
  stopped: 'failed',
  done: 'done',
};

export function Notice({ tone, title, children, actions, live }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={live ? 'status' : undefined}>
      <Mark state={markOf[tone]} size={20} />
      <p className="notice-words">
        {title === undefined ? null : <strong>{title} </strong>}
        {children}
      </p>
      {actions === undefined ? null : <div className="notice-actions">{actions}</div>}
    </div>
  );
}
