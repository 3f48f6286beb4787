// The row under the address: what was found about it, and where that is known from. Keeps its place while nothing is known yet.
import { Mailbox } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readAddress } from '../../shared/account-draft.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import type { MarkState } from '../ui/mark.tsx';
import { Mark } from '../ui/mark.tsx';
import './found-provider.css';

/** Empty where it is no address: what was typed is never shown as a domain. */
function domainOf(address: string): string {
  const read = readAddress(address);
  return read.ok ? read.value.domain : '';
}

interface RowProps {
  readonly mark?: MarkState;
  readonly title: ReactNode;
  readonly text?: ReactNode;
  readonly source?: ReactNode;
  readonly action?: ReactNode;
}

function Row({ mark, title, text, source, action }: RowProps) {
  return (
    <div className="found-provider">
      <span className="found-provider-tile">
        <Mailbox size={24} strokeWidth={1.75} aria-hidden="true" />
        {mark === undefined ? null : <Mark state={mark} size={21} />}
      </span>
      <div className="found-provider-words">
        <p className="found-provider-title">{title}</p>
        {text === undefined ? null : <p>{text}</p>}
      </div>
      <div className="found-provider-end">
        {source === undefined ? null : <p className="found-provider-source">{source}</p>}
        {action}
      </div>
    </div>
  );
}

/** Whose mail it is. */
function useOwner(provider: NonNullable<SetupView['provider']>, address: string): string {
  const { t } = useTranslation('pages-start');
  if (provider.source === 'practice') return t('found.practice');
  if (provider.organisation !== undefined) return t('found.organisation', { organisation: provider.organisation });
  return t('found.domain', { domain: domainOf(address) });
}

export interface FoundProviderProps {
  readonly provider: NonNullable<SetupView['provider']>;
  readonly address: string;
  /** Under the source: a small button. */
  readonly action?: ReactNode;
}

export function FoundProvider({ provider, address, action }: FoundProviderProps) {
  const { t } = useTranslation('pages-start');
  return (
    <Row
      mark="done"
      title={provider.is.name}
      text={useOwner(provider, address)}
      source={t(`found.source.${provider.source}`)}
      action={action}
    />
  );
}

export function LookingUp({ address }: { readonly address: string }) {
  const { t } = useTranslation('pages-start');
  return <Row mark="working" title={t('found.looking')} text={domainOf(address)} />;
}

export function NobodyKnows({ address }: { readonly address: string }) {
  const { t } = useTranslation('pages-start');
  const domain = domainOf(address);
  if (domain === '') return <NothingFoundYet />;
  return <Row title={t('found.nobody.title', { domain })} text={t('found.nobody.text')} />;
}

/** Nothing typed yet: the place is kept, so that nothing jumps. */
export function NothingFoundYet() {
  return <div className="found-provider" aria-hidden="true" />;
}
