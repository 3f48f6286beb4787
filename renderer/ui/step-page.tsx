// The frame of every step's page: "Step n of 12", title, lead, stamp, body, footer. One h1, which takes the focus when the page
// changes, and one solid button.
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type PageId, pageCode } from '../../shared/page-code.ts';
import type { DetailLine } from '../../shared/setup-state.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { setupSteps, stepNumber } from '../../shared/setup-steps.ts';
import { useSetup } from '../setup/postkey-state.ts';
import { useCursor } from '../wizard/use-cursor.ts';
import { PrimaryButton, QuietButton } from './buttons.tsx';
import { Form } from './form.tsx';
import { JumpToHelp } from './jump-to-help.tsx';
import { Stamp } from './stamp.tsx';
import './step-page.css';
import { TechnicalDetails } from './technical-details.tsx';
import { useGoesOnBelow } from './use-goes-on-below.ts';

export interface StepPageProps {
  readonly step: StepId;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  /** What only the window knows of the page, for its code. Left out: as the snapshot says. */
  readonly page?: PageId | undefined;
  /** Left out: the lines of `setup.details[step]`. */
  readonly details?: readonly DetailLine[] | undefined;
  /** Beside the footer's buttons: "Nothing has been stored yet." */
  readonly aside?: ReactNode;
  readonly secondary?: ReactNode;
  /** The solid button; a page whose cause holds the solid button leaves it out. Looking back, left out means "Go on". */
  readonly primary?: ReactNode;
  readonly children?: ReactNode;
  /** Makes the page a form: Enter in a field and `<PrimaryButton submit>` run it. Return the request's answer. */
  readonly onSubmit?: (() => unknown) | undefined;
}

export function StepPage(props: StepPageProps) {
  const { t } = useTranslation('window');
  const { step, title, lead, onSubmit } = props;
  const setup = useSetup();
  const cursor = useCursor();
  const heading = useRef<HTMLHeadingElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLSpanElement>(null);
  const foot = useRef<HTMLElement>(null);
  const goesOn = useGoesOnBelow(end, foot);

  useEffect(() => {
    // The sheet outlives its pages; without this a new page opens as far down as the last one was read.
    for (let around = page.current?.parentElement; around; around = around.parentElement) around.scrollTop = 0;
    // A field that asked for the focus keeps it.
    if (page.current?.contains(document.activeElement)) {
      document.activeElement?.scrollIntoView?.({ block: 'nearest' });
      return;
    }
    heading.current?.focus({ preventScroll: true });
  }, []);

  const status = setup.steps[step];
  const code = pageCode({ page: 'step', setup, step, as: props.page });
  const number = { number: stepNumber(step), count: setupSteps.length };
  const canGoBack = cursor.goBack !== undefined && status.kind === 'needs-you' && !cursor.lookingBack;

  const inner = (
    <>
      <header className="page-head">
        <div className="page-words">
          <p className="page-step">
            <span className="page-step-short">{t('steps:stepOf', number)}</span>
            <span className="page-step-named">
              {t('steps:stepOfNamed', { ...number, name: t(`steps:names.${step}`) })}
            </span>
          </p>
          <h1 className="page-title" ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead === undefined ? null : <p className="page-lead">{lead}</p>}
        </div>
        <Stamp code={code} stopped={status.kind === 'failed'} />
      </header>
      <div className="page-body">
        {props.children}
        <span className="page-end" ref={end} />
      </div>
      <footer className={goesOn ? 'page-foot page-foot-over' : 'page-foot'} ref={foot}>
        <TechnicalDetails lines={props.details ?? setup.details[step] ?? []} />
        <div className="page-buttons">
          {props.aside === undefined ? null : <p className="page-aside">{props.aside}</p>}
          {canGoBack ? <QuietButton onPress={cursor.goBack}>{t('buttons.back')}</QuietButton> : null}
          {status.kind === 'failed' ? <JumpToHelp page={page} foot={foot} code={code} /> : null}
          {props.secondary}
          {props.primary ??
            (cursor.lookingBack ? <PrimaryButton onPress={cursor.goOn}>{t('buttons.goOn')}</PrimaryButton> : null)}
        </div>
      </footer>
    </>
  );
  return (
    <div className="page-frame" ref={page}>
      {onSubmit === undefined ? (
        <div className="page">{inner}</div>
      ) : (
        <Form className="page" onSubmit={onSubmit}>
          {inner}
        </Form>
      )}
    </div>
  );
}
