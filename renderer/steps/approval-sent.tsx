// The letter that left: the drawing with its postmark, the day, by which way, and the same letter again for whoever lost it.
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApprovalView } from '../../shared/approval.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { ApprovalLetter } from '../letters/approval-letter.tsx';
import { SentEnvelope } from '../letters/sent-envelope.tsx';
import { writeDay, writeDaysAgo } from '../letters/write-dates.ts';
import { usePostkey } from '../setup/postkey-state.ts';
import { SecondaryButton } from '../ui/buttons.tsx';
import { useNow } from '../ui/use-now.ts';
import { Well } from '../ui/well.tsx';
import './approval-sent.css';

export interface ApprovalSentProps {
  readonly setup: SetupView;
  readonly approval: ApprovalView;
}

export function ApprovalSent({ setup, approval }: ApprovalSentProps) {
  const { t, i18n } = useTranslation('approval');
  const id = useId();
  const [isShown, setShown] = useState(false);
  const now = useNow(60_000, true);
  const { preset } = usePostkey();
  const since = approval.since ?? now;
  const date = writeDay(i18n.language, since, now);
  return (
    <>
      <Well className="approval-sent" label={t('waiting.asked', { date })}>
        <SentEnvelope
          at={since}
          to={preset?.helpdesk?.name ?? t('waiting.envelopeTo')}
          label={t('waiting.envelope', { date })}
        />
        <div className="approval-sent-words">
          <h2>{t('waiting.asked', { date })}</h2>
          <p className="approval-sent-ago">{writeDaysAgo(i18n.language, since, now)}</p>
          <p className="approval-sent-by">{t(`waiting.sentBy.${approval.sentBy ?? 'copy'}`)}</p>
          <SecondaryButton size="small" expanded={isShown} controls={id} onPress={() => setShown(!isShown)}>
            {isShown ? t('waiting.hide') : t('waiting.again')}
          </SecondaryButton>
        </div>
      </Well>
      <div id={id} hidden={!isShown}>
        {isShown ? <ApprovalLetter quiet setup={setup} approval={approval} /> : null}
      </div>
    </>
  );
}
