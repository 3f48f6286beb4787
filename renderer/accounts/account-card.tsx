// One account: how it is, the code to read out, the one button that helps, and its servers folded away.
import type { TFunction } from 'i18next';
import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../shared/account-state.ts';
import type { Answer } from '../../shared/ipc-contract.ts';
import { type NextAction, problems } from '../../shared/problem.ts';
import { itRequestOfAccount } from '../letters/it-request-about.ts';
import { formatLocale } from '../setup/format-locale.ts';
import { ask } from '../setup/postkey-state.ts';
import { writeDay } from '../steps/write-day.ts';
import { PrimaryButton, SecondaryButton } from '../ui/buttons.tsx';
import { Mark } from '../ui/mark.tsx';
import { Stamp } from '../ui/stamp.tsx';
import { asksIt } from '../ui/write-to-it.tsx';
import './account-card.css';
import { asksForPassword, healthLine, markOfHealth, providerWords, stampOfAccount } from './account-health.ts';
import { AccountMenu } from './account-menu.tsx';
import { AccountServers } from './account-servers.tsx';
import { helpOfAccount } from './help-of-account.ts';
import { HistoryStrip } from './history-strip.tsx';

/** To look at it, or for the letter to IT. */
export type OpenedFor = 'page' | 'letter';

export interface AccountCardProps {
  readonly account: AccountView;
  /** The first card that needs the person has the page's solid button. */
  readonly solid: boolean;
  readonly now: number;
  /** Its own page is about to be shown. */
  readonly onOpen: (id: string, why: OpenedFor) => void;
}

export function AccountCard({ account, solid, now, onOpen }: AccountCardProps) {
  const { t } = useTranslation('window');
  const [open, setOpen] = useState(false);
  const id = useId();
  const { verdict, rest } = healthLine(t, account);
  const stamp = stampOfAccount(account);
  const openFor = (why: OpenedFor) => {
    onOpen(account.id, why);
    return ask('account.open', { id: account.id });
  };
  return (
    <li
      className={`card card-${account.checking ? 'unknown' : account.health}`}
      data-account={account.address}
      data-account-id={account.id}
    >
      <article aria-labelledby={id}>
        <header className="card-head">
          <Mark state={account.checking ? 'working' : markOfHealth[account.health]} size={28} />
          <h2 className="card-address" id={id}>
            <button
              type="button"
              className="card-open"
              title={t('accounts.open', { address: account.address })}
              onClick={() => void openFor('page')}
            >
              <span className="ltr">{account.address}</span>
            </button>{' '}
            <span className="card-provider">{providerWords(t, account)}</span>
          </h2>
          <div className="card-buttons">
            {stamp === undefined ? null : <Stamp small code={stamp} />}
            <HelpingButton account={account} solid={solid} onLetter={() => openFor('letter')} />
            <AccountMenu account={account} />
          </div>
        </header>
        <p className="card-health">
          <strong className="card-verdict">{verdict}</strong> {rest}
        </p>
        <SecretEnds account={account} />
        <div className="card-foot">
          <HistoryStrip account={account} now={now} />
          <button
            type="button"
            className="details-button card-fold"
            aria-expanded={open}
            aria-controls={`${id}-servers`}
            onClick={() => setOpen(!open)}
          >
            {t('accounts.details')}
            <ChevronDown className="details-chevron" size={16} strokeWidth={1.75} aria-hidden="true" />
          </button>
        </div>
        <div id={`${id}-servers`} hidden={!open}>
          {open ? <AccountServers account={account} /> : null}
        </div>
      </article>
    </li>
  );
}

/** What has to be done about the client secret, and by whom. */
export function SecretEnds({ account }: { readonly account: AccountView }) {
  const { t, i18n } = useTranslation('window');
  const { secretEnds, providerName: provider } = account;
  if (secretEnds === undefined) return null;
  const { on, state, actor } = secretEnds;
  const day = writeDay(formatLocale(i18n.language), on) ?? on;
  return <p className="card-health">{t(`accounts.secretEnds.${state}.${actor}`, { day, provider })}</p>;
}

interface HelpingButtonProps extends Pick<AccountCardProps, 'account' | 'solid'> {
  readonly onLetter: () => Promise<Answer>;
}

function HelpingButton({ account, solid, onLetter }: HelpingButtonProps) {
  const { t } = useTranslation('window');
  const problem = account.watch?.problem;
  if (account.health === 'needs-you' && problem !== undefined) {
    const { next } = problems[problem.code];
    const help = helpOfAccount(account);
    const run = next === 'try-again' ? help.tryAgain : help.actionFor(next, { problem, points: [], services: [] });
    const Button = solid ? PrimaryButton : SecondaryButton;
    if (run === undefined) return null;
    return (
      <Button size="small" onPress={run}>
        {helpingWords(t, account, next)}
      </Button>
    );
  }
  if (account.secretEnds?.actor === 'you' || (problem?.code === 'secret-wrong' && !account.organisationsApp)) {
    return (
      <SecondaryButton size="small" onPress={() => ask('account.signInAgain', { id: account.id })}>
        {t('accounts.newSecret')}
      </SecondaryButton>
    );
  }
  if (problem === undefined || !asksIt(problem, itRequestOfAccount(problem, account))) return null;
  return (
    <SecondaryButton size="small" onPress={onLetter}>
      {t('cause.writeToIt')}
    </SecondaryButton>
  );
}

function helpingWords(t: TFunction<'window'>, account: AccountView, next: NextAction): string {
  if (next === 'try-again') return t('buttons.tryAgain');
  if (next === 'sign-in-again' && asksForPassword(account)) return t('buttons.next.type-password');
  return t(`buttons.next.${next}`);
}
