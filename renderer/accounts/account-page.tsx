// One account, whole: how it is and what helps, what will end its sign-in, how it was, its servers. Drawn from the snapshot alone, so that it
// opens without a network and without a key.
import { ArrowLeft, RotateCcw } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../shared/account-state.ts';
import type { HistoryEntry } from '../../shared/history.ts';
import { codeOfPage, pageCode } from '../../shared/page-code.ts';
import { problems } from '../../shared/problem.ts';
import { CaseFileButton } from '../case/case-file-button.tsx';
import { MailProgramsSection } from '../programs/late-parts.tsx';
import { ask } from '../setup/postkey-state.ts';
import { KnownEndings } from '../steps/known-endings.tsx';
import { announce } from '../ui/announce.tsx';
import { QuietButton, SecondaryButton } from '../ui/buttons.tsx';
import { Mark } from '../ui/mark.tsx';
import { Notices } from '../ui/notices.tsx';
import { Stamp } from '../ui/stamp.tsx';
import { useNow } from '../ui/use-now.ts';
import './account-card.css';
import { SecretEnds } from './account-card.tsx';
import { asksForPassword, healthLine, markOfHealth, providerWords, stampOfAccount } from './account-health.ts';
import './account-list.css';
import { AccountLook } from './account-look.tsx';
import { AccountMenu } from './account-menu.tsx';
import './account-page.css';
import { AccountRail } from './account-rail.tsx';
import { AccountServers } from './account-servers.tsx';
import { HistorySection } from './history-section.tsx';
import { LeftOut } from './left-out.tsx';
import { useAnnouncedHealth } from './use-announced-health.ts';
import { useWayBack } from './use-way-back.ts';

const PracticeBand = lazy(async () => ({ default: (await import('../wizard/practice-band.tsx')).PracticeBand }));

export interface AccountPageProps {
  readonly account: AccountView;
  /** The oldest first. */
  readonly history: readonly HistoryEntry[];
  /** One came here for the letter to IT. */
  readonly letterWanted: boolean;
}

export function AccountPage({ account, history, letterWanted }: AccountPageProps) {
  const { t } = useTranslation(['account', 'window']);
  const heading = useRef<HTMLHeadingElement>(null);
  const now = useNow(20_000, true);
  const goBack = useCallback(() => void ask('account.close', {}), []);
  useWayBack(goBack);
  useAnnouncedHealth([account]);
  useEffect(() => {
    if (!letterWanted) heading.current?.focus({ preventScroll: true });
  }, [letterWanted]);
  useEffect(() => {
    document.title = t('window:titleBar', { title: account.address });
  }, [t, account.address]);

  return (
    <div className="room">
      <AccountRail />
      <main className="accounts account-page">
        {account.practice ? (
          <Suspense fallback={null}>
            <PracticeBand />
          </Suspense>
        ) : null}
        <Notices />
        <div className="page-quiet account-back">
          <QuietButton
            size="small"
            icon={<ArrowLeft className="account-back-arrow" size={18} strokeWidth={1.75} aria-hidden="true" />}
            onPress={() => ask('account.close', {})}
          >
            {t('back')}
          </QuietButton>
        </div>
        <AccountHead account={account} heading={heading} />
        <AccountLook account={account} now={now} letterWanted={letterWanted} />
        <LeftOut account={account} now={now} />
        <section className="card account-part" aria-labelledby="account-ends">
          <h2 id="account-ends">{t('ends.title')}</h2>
          <KnownEndings endings={account.endings} now={now} id={account.id} address={account.address} />
        </section>
        <Suspense fallback={null}>
          <MailProgramsSection id={account.id} />
        </Suspense>
        <HistorySection account={account} history={history} now={now} />
        <section className="card account-part" aria-labelledby="account-servers">
          <h2 id="account-servers">{t('servers.title')}</h2>
          <AccountServers account={account} />
        </section>
      </main>
    </div>
  );
}

interface HeadProps {
  readonly account: AccountView;
  readonly heading: React.RefObject<HTMLHeadingElement | null>;
}

function AccountHead({ account, heading }: HeadProps) {
  const { t } = useTranslation(['account', 'window']);
  const { id, address, health, checking, watch } = account;
  const { verdict, rest } = healthLine(t, account);
  const stamp = stampOfAccount(account);
  // Where the cause below has that very button, it stands there.
  const isBelow =
    watch?.problem !== undefined && ['sign-in-again', 'type-password'].includes(problems[watch.problem.code].next);
  const check = async () => {
    const answer = await ask('account.check', { id });
    if (answer.accepted) announce(t('window:accounts.checked', { address }));
    return answer;
  };
  return (
    <header className={`account-head card-${checking ? 'unknown' : health}`}>
      <div className="account-name">
        <Mark state={checking ? 'working' : markOfHealth[health]} size={28} />
        <h1 className="accounts-title account-title" ref={heading} tabIndex={-1}>
          <span className="ltr">{address}</span>
        </h1>
        <Stamp small code={stamp ?? pageCode({ page: 'account' })} />
      </div>
      <p className="card-health account-provider">{providerWords(t, account)}</p>
      <p className="card-health account-line">
        <strong className="card-verdict">{verdict}</strong> {rest}
      </p>
      <SecretEnds account={account} />
      <div className="account-buttons">
        <SecondaryButton icon={<RotateCcw size={17} strokeWidth={1.75} aria-hidden="true" />} onPress={check}>
          {t('check')}
        </SecondaryButton>
        {isBelow ? null : (
          <SecondaryButton onPress={() => ask('account.signInAgain', { id })}>
            {t(signInWords(account))}
          </SecondaryButton>
        )}
        <AccountMenu account={account} />
        {watch?.problem === undefined ? <CaseFileButton about="account" id={id} code={codeOfPage('account')} /> : null}
      </div>
    </header>
  );
}

/** What it is needed for now. */
function signInWords(account: AccountView) {
  if (asksForPassword(account)) return 'window:buttons.next.type-password';
  return account.secretEnds?.actor === 'you' ? 'window:accounts.newSecret' : 'window:accounts.signInAgain';
}
