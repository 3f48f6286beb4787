// An account on its way out, line by line, then its receipt. Drawn from the snapshot alone, so that a reload shows the same.
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usualStep } from '../../shared/cause-steps.ts';
import { type LeavingLine, type LeavingView, leavingParts, openPart } from '../../shared/leaving.ts';
import { pageCode } from '../../shared/page-code.ts';
import '../accounts/account-card.css';
import '../accounts/account-list.css';
import { AccountRail } from '../accounts/account-rail.tsx';
import { ask } from '../setup/postkey-state.ts';
import { announce } from '../ui/announce.tsx';
import { PrimaryButton, SecondaryButton } from '../ui/buttons.tsx';
import { Notice } from '../ui/notice.tsx';
import { Notices } from '../ui/notices.tsx';
import { Stamp } from '../ui/stamp.tsx';
import { ByHandList } from './by-hand-list.tsx';
import './leaving.css';
import { LeavingAsks } from './leaving-asks.tsx';
import { LeavingLines } from './leaving-lines.tsx';
import { Receipt } from './receipt.tsx';

const PracticeBand = lazy(async () => ({ default: (await import('../wizard/practice-band.tsx')).PracticeBand }));

export function LeavingPage({ leaving }: { readonly leaving: LeavingView }) {
  const { t } = useTranslation(['leaving', 'window']);
  const heading = useRef<HTMLHeadingElement>(null);
  const { address, provider, practice, lines, endedAt, takenUp, canLookAgain, canRevokeAgain } = leaving;
  const askingPart = leavingParts.find((part) => lines[part].kind === 'asks');
  const asking: LeavingLine | undefined = askingPart && lines[askingPart];
  const isDone = endedAt !== undefined;
  /** Nothing is being tried once more at this moment. */
  const isQuiet = openPart(leaving) === null;
  const title = t(`leaving:title.${isDone ? 'done' : 'working'}`, { address });
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    document.title = t('window:titleBar', { title });
    announce(title);
  }, [t, title]);

  const problem = asking?.kind === 'asks' ? asking.problem : undefined;
  const code = pageCode({
    page: isDone ? 'receipt' : 'leaving',
    about: problem && { step: usualStep(problem.code), problem },
  });
  return (
    <div className="room">
      <AccountRail />
      <main className="accounts leaving">
        {practice ? (
          <Suspense fallback={null}>
            <PracticeBand />
          </Suspense>
        ) : null}
        <Notices />
        <header className="accounts-head">
          <div>
            <h1 className="accounts-title leaving-title" ref={heading} tabIndex={-1}>
              {title}
            </h1>
            <p className="accounts-lead">{t(`leaving:lead.${leadOf(leaving, askingPart)}`)}</p>
          </div>
          <Stamp code={code} stopped={problem !== undefined} />
        </header>
        {takenUp ? <Notice tone="note">{t('leaving:takenUp')}</Notice> : null}
        <div className="card leaving-part">
          <LeavingLines leaving={leaving} />
          {isDone && isQuiet && (canLookAgain || canRevokeAgain) ? (
            <div className="leaving-ways">
              {canRevokeAgain ? (
                <SecondaryButton size="small" onPress={() => ask('leaving.revokeAgain', {})}>
                  {t('leaving:revokeAgain', { provider })}
                </SecondaryButton>
              ) : null}
              {canLookAgain ? (
                <SecondaryButton size="small" onPress={() => ask('leaving.retry', {})}>
                  {t('leaving:lookAgain')}
                </SecondaryButton>
              ) : null}
            </div>
          ) : null}
          {isDone && isQuiet && canRevokeAgain ? <p className="leaving-quiet">{t('leaving:revokeAgainHint')}</p> : null}
        </div>
        {askingPart !== undefined && problem !== undefined ? <LeavingAsks part={askingPart} problem={problem} /> : null}
        {isDone ? (
          <>
            <ByHandList leaving={leaving} />
            <Receipt leaving={leaving} />
            <div className="leaving-end">
              <PrimaryButton onPress={() => ask('leaving.putAway', {})}>{t('leaving:putAway')}</PrimaryButton>
            </div>
          </>
        ) : null}
      </main>
    </div>
  );
}

function leadOf(
  { lines, endedAt, canLookAgain, canRevokeAgain }: LeavingView,
  asking: keyof LeavingView['lines'] | undefined,
): string {
  if (asking !== undefined) return asking === 'revoke' ? 'asksBefore' : 'asks';
  if (endedAt === undefined) return 'working';
  const { delete: deleted } = lines;
  if ('result' in deleted && deleted.result === 'left-behind') return 'leftBehind';
  // A key is still in memory.
  return canLookAgain || canRevokeAgain ? 'opens' : 'done';
}
