// The pages about an organisation's approval, which few people see: each comes with its words when it is first drawn.
import type { ComponentProps, ComponentType } from 'react';
import { lazy, Suspense } from 'react';
import { loadWords } from '../setup/words.ts';
import type { ApprovalAhead } from './approval-ahead.tsx';
import type { ApprovalApproved } from './approval-approved.tsx';
import type { ApprovalStopped } from './approval-stopped.tsx';
import type { ApprovalWaiting } from './approval-waiting.tsx';

async function withWords<T extends ComponentType<never>>(load: Promise<T>): Promise<{ readonly default: T }> {
  const [page] = await Promise.all([load, loadWords('approval')]);
  return { default: page };
}

const Stopped = lazy(() => withWords(import('./approval-stopped.tsx').then((file) => file.ApprovalStopped)));
const Waiting = lazy(() => withWords(import('./approval-waiting.tsx').then((file) => file.ApprovalWaiting)));
const Approved = lazy(() => withWords(import('./approval-approved.tsx').then((file) => file.ApprovalApproved)));
const Ahead = lazy(() => withWords(import('./approval-ahead.tsx').then((file) => file.ApprovalAhead)));

export function ApprovalStoppedPage(props: ComponentProps<typeof ApprovalStopped>) {
  return (
    <Suspense fallback={null}>
      <Stopped {...props} />
    </Suspense>
  );
}

export function ApprovalWaitingPage(props: ComponentProps<typeof ApprovalWaiting>) {
  return (
    <Suspense fallback={null}>
      <Waiting {...props} />
    </Suspense>
  );
}

export function ApprovalApprovedPage(props: ComponentProps<typeof ApprovalApproved>) {
  return (
    <Suspense fallback={null}>
      <Approved {...props} />
    </Suspense>
  );
}

export function ApprovalAheadLine(props: ComponentProps<typeof ApprovalAhead>) {
  return (
    <Suspense fallback={null}>
      <Ahead {...props} />
    </Suspense>
  );
}
