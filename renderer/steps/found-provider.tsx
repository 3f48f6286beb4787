// The row under the address: what was found about it, and where that is known from. Keeps its place while nothing is known yet.
import { Mailbox } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProviderView } from '../../shared/look-up.ts';
import { services } from '../../shared/mail-provider.ts';
import type { MarkState } from '../ui/mark.tsx';
import { Mark } from '../ui/mark.tsx';
import { domainOf } from './domain-of.ts';
import './found-provider.css';

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
        {text === undefined ? null : <p className="found-provider-facts">{text}</p>}
      </div>
      <div className="found-provider-end">
        {source === undefined ? null : <p className="found-provider-source">{source}</p>}
        {action}
      </div>
    </div>
  );
}

/** Whose mail it is. */
function useOwner(provider: ProviderView, address: string): string {
  const { t } = useTranslation('pages-start');
  if (provider.source === 'practice') return t('found.practice');
  if (provider.organisation !== undefined) return t('found.organisation', { organisation: provider.organisation });
  const domain = domainOf(address);
  if (provider.is.kind === undefined) return t('found.domain', { domain });
  return provider.is.kind === 'work' ? t('found.work', { domain }) : t('found.personal', { domain });
}

/** The provider's name, and what exists there. */
function Name({ provider }: { readonly provider: ProviderView }) {
  const { t } = useTranslation('pages-start');
  const existing = services.filter((service) => provider.is.servers[service] !== undefined).join('-');
  return (
    <>
      <span>{provider.is.name}</span>{' '}
      {existing === '' ? null : <span className="found-provider-has">{t(`found.has.${existing}`)}</span>}
    </>
  );
}

/** Whose mail it is, and the cloud where it is not the usual one: facts side by side. */
function Facts({ provider, address }: { readonly provider: ProviderView; readonly address: string }) {
  const { t } = useTranslation('pages-start');
  const { cloud } = provider.is;
  return (
    <>
      <span>{useOwner(provider, address)}</span>
      {cloud === undefined || cloud === 'global' ? null : <span>{t(`found.cloud.${cloud}`)}</span>}
    </>
  );
}

export interface FoundProviderProps {
  readonly provider: ProviderView;
  readonly address: string;
  /** Under the source: a small button. */
  readonly action?: ReactNode;
}

export function FoundProvider({ provider, address, action }: FoundProviderProps) {
  const { t } = useTranslation('pages-start');
  return (
    <Row
      mark="done"
      title={<Name provider={provider} />}
      text={<Facts provider={provider} address={address} />}
      source={t(`found.source.${provider.source}`, { domain: domainOf(address) })}
      action={action}
    />
  );
}

export function LookingUp({ address }: { readonly address: string }) {
  const { t } = useTranslation('pages-start');
  return <Row mark="working" title={t('found.looking')} text={domainOf(address)} />;
}

export interface NobodyKnowsProps {
  readonly address: string;
  /** Something was found, and the person chooses all the same. */
  readonly isByHand?: boolean | undefined;
  readonly action?: ReactNode;
}

export function NobodyKnows({ address, isByHand, action }: NobodyKnowsProps) {
  const { t } = useTranslation('pages-start');
  const domain = domainOf(address);
  if (domain === '') return <NothingFoundYet />;
  const [title, text] = isByHand
    ? [t('found.byHand.title', { domain }), t('found.byHand.text')]
    : [t('found.nobody.title', { domain }), t('found.nobody.text')];
  return <Row title={title} text={text} action={action} />;
}

/** Nothing typed yet: the place is kept, so that nothing jumps. */
export function NothingFoundYet() {
  return <div className="found-provider" aria-hidden="true" />;
}
