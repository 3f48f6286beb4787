// What Postkey does while an organisation decides: asks by itself, could do so after one small sign-in, or cannot ask at all. With the
// last answer, the next question, and what stood in the way.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApprovalView } from '../../shared/approval.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { formatLocale } from '../setup/format-locale.ts';
import { ask } from '../setup/postkey-state.ts';
import { ActorPicture } from '../ui/actor-picture.tsx';
import { announce } from '../ui/announce.tsx';
import { PrimaryButton, QuietButton } from '../ui/buttons.tsx';
import { Mark } from '../ui/mark.tsx';
import { retry } from '../ui/next-action.ts';
import { Notice } from '../ui/notice.tsx';
import { useNow } from '../ui/use-now.ts';
import './approval-meanwhile.css';
import { writeTime } from './format-time.ts';
import { PageSection } from './page-section.tsx';

export interface ApprovalMeanwhileProps {
  readonly setup: SetupView;
  readonly approval: ApprovalView;
}

export function ApprovalMeanwhile({ setup, approval }: ApprovalMeanwhileProps) {
  const { t } = useTranslation(['approval', 'problems']);
  const provider = setup.provider?.is.shortName ?? '';
  const { trouble, check } = approval;
  return (
    <>
      {trouble === undefined ? null : (
        <Notice tone="note" title={t(`problems:${trouble.code}.what`, { ...trouble.facts })}>
          {t(`problems:${trouble.code}.next`, { ...trouble.facts })} {t('waiting.trouble')}
        </Notice>
      )}
      <PageSection title={t('waiting.meanwhile')}>
        <div className="approval-meanwhile">
          <ActorPicture actor={check === 'by-itself' ? 'wait' : 'you'} />
          <div>
            <p>{t(`waiting.how.${check}`, { provider })}</p>
            <LastAnswer approval={approval} provider={provider} />
            {check === 'after-sign-in' ? (
              <div className="approval-watch">
                <PrimaryButton onPress={() => ask('approval.watch', {})}>{t('waiting.watch')}</PrimaryButton>
              </div>
            ) : null}
          </div>
        </div>
        {check === 'by-hand' ? null : (
          <div className="approval-said-yes">
            <p>{t('waiting.itSaidYes')}</p>
            <QuietButton size="small" onPress={() => retry('response')}>
              {t('waiting.signIn')}
            </QuietButton>
          </div>
        )}
      </PageSection>
    </>
  );
}

function LastAnswer({ approval, provider }: { readonly approval: ApprovalView; readonly provider: string }) {
  const { t, i18n } = useTranslation('approval');
  const now = useNow(30_000, true);
  const { lastCheckAt, nextCheckAt, checking = false, check } = approval;
  const heard = useRef(lastCheckAt);

  useEffect(() => {
    if (lastCheckAt !== undefined && lastCheckAt !== heard.current) announce(t('waiting.notYetSaid'));
    heard.current = lastCheckAt;
  }, [lastCheckAt, t]);

  if (checking) {
    return (
      <p className="approval-last approval-asking">
        <Mark state="working" size={17} />
        <span>{t('waiting.looking', { provider })}</span>
      </p>
    );
  }
  const locale = formatLocale(i18n.language);
  const isAhead = check === 'by-itself' && nextCheckAt !== undefined && nextCheckAt > now;
  if (lastCheckAt === undefined && !isAhead) return null;
  return (
    <p className="approval-last">
      {lastCheckAt === undefined ? null : (
        <span>{t('waiting.notYet', { time: writeTime(locale, lastCheckAt, now) })}</span>
      )}{' '}
      {isAhead ? <span>{t('waiting.next', { time: writeTime(locale, nextCheckAt, now) })}</span> : null}
    </p>
  );
}
