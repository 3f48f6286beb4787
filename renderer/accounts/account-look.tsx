// What the last look saw: the ladders with their names on, what broke them and what helps. Without ladders, the cause alone.
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../shared/account-state.ts';
import { watchedStep } from '../../shared/cause-steps.ts';
import { services } from '../../shared/mail-provider.ts';
import { FactList } from '../steps/fact-list.tsx';
import { LadderCauses } from '../steps/ladder-causes.tsx';
import { causesOf, type LadderCause } from '../steps/test-outcome.ts';
import { Ladders } from '../ui/ladder.tsx';
import type { MarkState } from '../ui/mark.tsx';
import { fromNow } from './from-now.ts';
import { helpOfAccount } from './help-of-account.ts';

const markOf = { passed: 'done', broken: 'failed', unreachable: 'noted' } as const satisfies Record<string, MarkState>;

export interface AccountLookProps {
  readonly account: AccountView;
  readonly now: number;
  /** One came here for the letter to IT. */
  readonly letterWanted: boolean;
}

export function AccountLook({ account, now, letterWanted }: AccountLookProps) {
  const { t, i18n } = useTranslation('account');
  const { watch } = account;
  if (watch === undefined) {
    return (
      <section className="card account-part" aria-labelledby="account-look">
        <h2 id="account-look">{t('look.title')}</h2>
        <p className="account-quiet">{t('look.none')}</p>
      </section>
    );
  }
  const { ladders = [], problem, lastCheckAt, nextCheckAt } = watch;
  const found = causesOf(ladders);
  // The key itself may have failed before a server was asked.
  const causes: readonly LadderCause[] =
    found.length > 0 || problem === undefined ? found : [{ problem, points: [], services: [] }];
  return (
    <section className="card account-part" aria-labelledby="account-look">
      <div className="account-part-head">
        <h2 id="account-look">{t('look.title')}</h2>
        <p className="account-quiet">
          {t('look.at', {
            ago: fromNow(lastCheckAt, now, i18n.language),
            next: fromNow(Math.max(now, nextCheckAt), now, i18n.language),
          })}
        </p>
      </div>
      {ladders.length > 0 ? <Ladders ladders={ladders} /> : <Seen account={account} />}
      <LadderCauses
        causes={causes}
        stepOf={({ code }) => watchedStep(code, watch.services)}
        help={helpOfAccount(account)}
        quiet={false}
        letterWanted={letterWanted}
      />
    </section>
  );
}

/** Where the climbs themselves are not known any more. */
function Seen({ account: { watch } }: { readonly account: AccountView }) {
  const { t } = useTranslation('account');
  const facts = services.flatMap((service) => {
    const result = watch?.services[service];
    return result === undefined
      ? []
      : [{ id: service, mark: markOf[result], title: t(`look.services.${result}.${service}`) }];
  });
  if (facts.length === 0) return <p className="account-quiet">{t('look.noLadders')}</p>;
  return <FactList label={t('look.title')} facts={facts} />;
}
