// What goes wrong at the bridge: the provider's refusal with who must act, and a program that came to the wrong door.
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeView } from '../../shared/bridge.ts';
import { problems } from '../../shared/problem.ts';
import { fromNow } from '../accounts/from-now.ts';
import { ask, usePostkey } from '../setup/postkey-state.ts';
import { announce } from '../ui/announce.tsx';
import { SecondaryButton } from '../ui/buttons.tsx';
import { CauseActor, CauseWhat } from '../ui/cause-parts.tsx';
import { Notice } from '../ui/notice.tsx';
import { useNow } from '../ui/use-now.ts';
import { Well } from '../ui/well.tsx';

export function BridgeTroubles({ bridge }: { readonly bridge: BridgeView }) {
  const { t, i18n } = useTranslation(['bridge', 'window', 'problems']);
  const now = useNow(20_000, true);
  const { accounts } = usePostkey();
  const { accountId: id, refusal, wrongDoor } = bridge;
  const { code } = refusal?.problem ?? {};
  const at = refusal?.at;
  useEffect(() => {
    if (at !== undefined && code !== undefined) announce(t(`problems:${code}.title`), 'assertive');
  }, [t, at, code]);
  const isAccount = accounts.some((account) => account.id === id);
  const check = async () => {
    const answer = await ask('account.check', { id });
    if (answer.accepted) announce(t('refusal.checked'));
    return answer;
  };
  return (
    <>
      {refusal === undefined ? null : (
        <Well tone="stopped" label={t('refusal.label')} className="bridge-refusal cause-well">
          <p className="bridge-refusal-when">
            {t(`refusal.when.${refusal.service}`, { ago: fromNow(refusal.at, now, i18n.language) })}
          </p>
          <CauseWhat problem={refusal.problem} />
          <div className="cause-who">
            <CauseActor
              code={refusal.problem.code}
              under={t(`window:cause.under.${problems[refusal.problem.code].actor}`)}
            />
            {isAccount ? (
              <SecondaryButton wide onPress={check}>
                {t('refusal.check')}
              </SecondaryButton>
            ) : null}
          </div>
        </Well>
      )}
      {wrongDoor === undefined ? null : (
        <Notice tone="note" title={t('wrongDoor.title')}>
          {t(`wrongDoor.${wrongDoor.spoke}`, {
            service: t(`wrongDoor.services.${wrongDoor.service}`),
            ago: fromNow(wrongDoor.at, now, i18n.language),
          })}
        </Notice>
      )}
    </>
  );
}
