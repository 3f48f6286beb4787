// The frame of a page about mail programs, on the sheet of a set-up or of an account: whose mailbox, title, lead, stamp, body, footer.
// It takes the focus when it comes, and Escape leads back.
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usualStep } from '../../shared/cause-steps.ts';
import { type PageId, pageCode } from '../../shared/page-code.ts';
import type { Problem } from '../../shared/problem.ts';
import { useWayBack } from '../accounts/use-way-back.ts';
import { PrimaryButton, SecondaryButton } from '../ui/buttons.tsx';
import { Stamp } from '../ui/stamp.tsx';
import '../ui/step-page.css';
import { useGoesOnBelow } from '../ui/use-goes-on-below.ts';

export interface ProgramsFrameProps {
  readonly page: PageId;
  /** What somebody has to act on; its code is the page's. */
  readonly problem?: Problem | undefined;
  readonly address: string;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly onBack: () => void;
  /** The button that leads back is the solid one: nothing on the page waits for the person. */
  readonly isDone: boolean;
  /** At the start of the footer. */
  readonly start?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function ProgramsFrame(props: ProgramsFrameProps) {
  const { t } = useTranslation(['programs', 'window']);
  const { title, onBack, isDone, page, problem } = props;
  const code = pageCode({ page, about: problem && { step: usualStep(problem.code), problem } });
  const heading = useRef<HTMLHeadingElement>(null);
  const end = useRef<HTMLSpanElement>(null);
  const foot = useRef<HTMLElement>(null);
  const goesOn = useGoesOnBelow(end, foot);
  useWayBack(onBack);
  useEffect(() => {
    const main = heading.current?.closest('main');
    // The line one came back to keeps the focus.
    if (main?.contains(document.activeElement)) return;
    main?.scrollTo?.(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    document.title = t('window:titleBar', { title });
  }, [t, title]);

  return (
    <div className={`page-frame ${props.className ?? ''}`.trim()}>
      <div className="page">
        <header className="page-head">
          <div className="page-words">
            <p className="page-step">
              <span className="ltr">{props.address}</span>
            </p>
            <h1 className="page-title" ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {props.lead === undefined ? null : <p className="page-lead">{props.lead}</p>}
          </div>
          <Stamp code={code} stopped={problem !== undefined} />
        </header>
        <div className="page-body">
          {props.children}
          <span className="page-end" ref={end} />
        </div>
        <footer className={goesOn ? 'page-foot page-foot-over' : 'page-foot'} ref={foot}>
          {props.start}
          <div className="page-buttons">
            {isDone ? (
              <PrimaryButton onPress={onBack}>{t('done')}</PrimaryButton>
            ) : (
              <SecondaryButton onPress={onBack}>{t('window:buttons.back')}</SecondaryButton>
            )}
          </div>
        </footer>
      </div>
    </div>
  );
}
