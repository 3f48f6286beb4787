// One account: how it is, the code to read out, the one button that helps, and its servers folded away.
import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../shared/account-state.ts';
import { problems } from '../../shared/problem.ts';
import { formatLocale } from '../setup/format-locale.ts';
import { ask } from '../setup/postkey-state.ts';
import { problemMessage } from '../setup/problem-message.ts';
import { writeDay } from '../steps/write-day.ts';
import { announce } from '../ui/announce.tsx';
import { PrimaryButton, SecondaryButton } from '../ui/buttons.tsx';
import { Mark } from '../ui/mark.tsx';
import { Stamp } from '../ui/stamp.tsx';
import './account-card.css';
import {
  asksForPassword,
  healthLine,
  markOfHealth,
  providerWords,
  stampOfAccount,
  stepOfProblem,
} from './account-health.ts';
import { AccountMenu } from './account-menu.tsx';
import { AccountServers } from './account-servers.tsx';
import { HistoryStrip } from './history-strip.tsx';

export interface AccountCardProps {
  readonly account: AccountView;
  /** The first card that needs the person has the page's solid button. */
  readonly solid: boolean;
  readonly now: number;
  /** Its own page is about to be shown. */
  readonly onOpen: (id: string) => void;
}

export function AccountCard({ account, solid, now, onOpen }: AccountCardProps) {
  const { t } = useTranslation('window');
  const [open, setOpen] = useState(false);
  const id = useId();
  const { verdict, rest } = healthLine(t, account);
  const stamp = stampOfAccount(account);
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
              onClick={() => {
                onOpen(account.id);
                void ask('account.open', { id: account.id });
              }}
            >
              <span className="ltr">{account.address}</span>
            </button>{' '}
            <span className="card-provider">{providerWords(t, account)}</span>
          </h2>
          <div className="card-buttons">
            {stamp === undefined ? null : <Stamp small code={stamp} />}
            <HelpingButton account={account} solid={solid} />
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

function HelpingButton({ account, solid }: { readonly account: AccountView; readonly solid: boolean }) {
  const { t, i18n } = useTranslation('window');
  const problem = account.watch?.problem;
  if (account.health === 'needs-you') {
    const Button = solid ? PrimaryButton : SecondaryButton;
    return (
      <Button size="small" onPress={() => ask('account.signInAgain', { id: account.id })}>
        {asksForPassword(account) ? t('buttons.next.type-password') : t('accounts.signInAgain')}
      </Button>
    );
  }
  if (account.secretEnds?.actor === 'you' || problem?.code === 'secret-wrong') {
    return (
      <SecondaryButton size="small" onPress={() => ask('account.signInAgain', { id: account.id })}>
        {t('accounts.newSecret')}
      </SecondaryButton>
    );
  }
  if (problem === undefined || problems[problem.code].next !== 'ask-it') return null;
  const copy = async () => {
    const text = problemMessage(t, i18n.language, {
      problem,
      step: stepOfProblem(account),
      address: account.address,
      signsInAs: account.signsInAs,
      organisation: account.organisation,
      provider: account.providerName,
      now: account.watch?.lastCheckAt ?? Date.now(),
    });
    const answer = await ask('clipboard.copy', { text });
    if (answer.accepted) announce(t('cause.messageCopied'));
    return answer;
  };
  return (
    <SecondaryButton size="small" onPress={copy}>
      {t('buttons.next.ask-it')}
    </SecondaryButton>
  );
}
