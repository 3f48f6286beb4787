// The frame of every step's page: "Step n of 12", title, lead, stamp, body, footer. One h1, which takes the focus when the page
// changes, and one solid button.
import type { ReactNode } from 'react';
import type { DetailLine } from '../../shared/setup-state.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import './step-page.css';

export interface StepPageProps {
  readonly step: StepId;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  /** Left out: the page's own code, or the problem's code while the step is stopped or noted. */
  readonly stamp?: { readonly code: string; readonly stopped?: boolean } | undefined;
  /** Left out: the lines of `setup.details[step]`. */
  readonly details?: readonly DetailLine[] | undefined;
  /** Beside the footer's buttons: "Nothing has been stored yet." */
  readonly aside?: ReactNode;
  readonly secondary?: ReactNode;
  /** The solid button; a page whose cause holds the solid button leaves it out. */
  readonly primary?: ReactNode;
  readonly children?: ReactNode;
  /** Makes the page a form: Enter in a field and `<PrimaryButton submit>` run it. Return the request's answer. */
  readonly onSubmit?: (() => unknown) | undefined;
}

export function StepPage({ title, lead, aside, secondary, primary, children }: StepPageProps) {
  return (
    <div className="step-page">
      <h1>{title}</h1>
      {lead}
      {children}
      {aside}
      {secondary}
      {primary}
    </div>
  );
}
