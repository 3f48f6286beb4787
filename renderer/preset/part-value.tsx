// One part of a preset in words: what stands in it, as text whatever it holds. Used for what is offered and for what it would replace.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PresetFacts, PresetPart } from '../../shared/preset-offer.ts';
import { HostLine, hostInWords } from './host-line.tsx';

export interface PartProps {
  readonly facts: PresetFacts;
}

/** So many are read at a glance; the others are counted. */
const mostShown = 8;

function Organisation({ facts }: PartProps) {
  return <span className="offer-name">{facts.organisation}</span>;
}

function Domains({ facts: { domains } }: PartProps) {
  const { t } = useTranslation('preset');
  if (domains.length === 0) return <>{t('everyAddress')}</>;
  const more = domains.length - mostShown;
  return (
    <ul className="offer-list">
      {domains.slice(0, mostShown).map((host) => (
        <li key={hostInWords(host)}>
          <HostLine host={host} />
        </li>
      ))}
      {more > 0 ? <li>{t('more', { count: more })}</li> : null}
    </ul>
  );
}

function SignIn({ facts: { signInHost, keyHosts } }: PartProps) {
  const { t } = useTranslation('preset');
  return (
    <>
      <HostLine host={signInHost} />
      {keyHosts.map((host) => (
        <p className="offer-quiet" key={hostInWords(host)}>
          {t('alsoHears', { host: hostInWords(host) })}
        </p>
      ))}
    </>
  );
}

function Servers({ facts: { servers } }: PartProps) {
  const { t } = useTranslation('preset');
  if (servers.length === 0) return <>{t('none')}</>;
  return (
    <ul className="offer-list">
      {servers.map(({ service, host }) => (
        <li key={service}>
          <HostLine host={host} /> <span className="offer-quiet">{t(`for.${service}`)}</span>
        </li>
      ))}
    </ul>
  );
}

function Authorities({ facts: { authorities } }: PartProps) {
  const { t } = useTranslation('preset');
  if (authorities.length === 0) return <>{t('none')}</>;
  return (
    <ul className="offer-list">
      {authorities.map(({ name, fingerprint }) => (
        <li key={fingerprint} className="offer-name">
          {name === '' ? t('unnamed') : name}
        </li>
      ))}
    </ul>
  );
}

function ClientId({ facts: { clientId, hasSecret } }: PartProps) {
  const { t } = useTranslation('preset');
  return (
    <>
      <span className="mono ltr host-line">{clientId}</span>
      {hasSecret ? <p className="offer-quiet">{t('withSecret')}</p> : null}
    </>
  );
}

function Helpdesk({ facts: { helpdesk } }: PartProps) {
  const { t } = useTranslation('preset');
  if (helpdesk === undefined) return <>{t('none')}</>;
  return (
    <>
      <span className="offer-name">{helpdesk.name}</span>
      <p className="offer-quiet offer-name">{helpdesk.contact}</p>
    </>
  );
}

export const partValues: Readonly<Record<PresetPart, (props: PartProps) => ReactNode>> = {
  organisation: Organisation,
  domains: Domains,
  'sign-in': SignIn,
  servers: Servers,
  authorities: Authorities,
  'client-id': ClientId,
  helpdesk: Helpdesk,
};

/** What is not there is told only where it was there before. */
export function isSaid(part: PresetPart, facts: PresetFacts): boolean {
  if (part === 'authorities') return facts.authorities.length > 0;
  return part !== 'helpdesk' || facts.helpdesk !== undefined;
}
