// Somebody else's account as it stood: its health and code, what the last look saw, what will end its sign-in, how it was. Changes nothing.
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../shared/account-state.ts';
import type { HistoryEntry } from '../../shared/history.ts';
import { stampOfAccount } from '../accounts/account-health.ts';
import '../accounts/account-list.css';
import '../accounts/account-page.css';
import { HistorySection } from '../accounts/history-section.tsx';
import { KnownEndings } from '../steps/known-endings.tsx';
import { causesOf } from '../steps/test-outcome.ts';
import { Ladders } from '../ui/ladder.tsx';
import { Stamp } from '../ui/stamp.tsx';
import '../ui/step-page.css';
import { CaseCause } from './case-cause.tsx';

export interface CaseAccountProps {
  readonly account: AccountView;
  readonly history: readonly HistoryEntry[];
  /** When the file was made. */
  readonly at: number;
  readonly heading: React.RefObject<HTMLHeadingElement | null>;
}

export function CaseAccount({ account, history, at, heading }: CaseAccountProps) {
  const { t } = useTranslation(['case-file', 'account', 'window']);
  const { watch, health, providerName: provider } = account;
  const stamp = stampOfAccount(account);
  const { ladders = [], problem } = watch ?? {};
  const found = causesOf(ladders).map((each) => each.problem);
  const causes = found.length > 0 || problem === undefined ? found : [problem];
  return (
    <>
      <header className="page-head">
        <div className="page-words">
          <h1 className="page-title case-mailbox" ref={heading} tabIndex={-1}>
            <span className="ltr">{account.address}</span>
          </h1>
          <p className="page-lead">{t('opened.accountLead', { provider, health: t(`health.${health}`) })}</p>
        </div>
        {stamp === undefined ? null : <Stamp code={stamp} stopped={health === 'stopped'} />}
      </header>
      <div className="page-body case-account">
        <section className="account-part" aria-labelledby="case-look">
          <h2 id="case-look">{t('opened.servers')}</h2>
          {ladders.length > 0 ? (
            <Ladders ladders={ladders} />
          ) : (
            <p className="account-quiet">{t('opened.noLadders')}</p>
          )}
          {causes.map((each) => (
            <CaseCause key={each.code} problem={each} />
          ))}
        </section>
        <section className="account-part" aria-labelledby="case-ends">
          <h2 id="case-ends">{t('opened.endings')}</h2>
          <KnownEndings endings={account.endings} now={at} />
        </section>
        <HistorySection account={account} history={history} now={at} />
      </div>
    </>
  );
}
