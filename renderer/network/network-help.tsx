// What the help says about the way to the net: for each page and server the proxy and whoever signs, and whose filter reads along.
import { useTranslation } from 'react-i18next';
import type { WayFound } from '../../shared/network-state.ts';
import { formatLocale } from '../setup/format-locale.ts';
import { ask, usePostkey } from '../setup/postkey-state.ts';
import { SecondaryButton } from '../ui/buttons.tsx';
import { Notice } from '../ui/notice.tsx';
import './network-help.css';

export function NetworkHelp() {
  const { t, i18n } = useTranslation('network');
  const { network } = usePostkey();
  const { looking, lookedAt, found } = network;
  const filter = found.find(({ signer }) => signer?.kind === 'system')?.signer;
  const time = new Intl.DateTimeFormat(formatLocale(i18n.language), { dateStyle: 'long', timeStyle: 'short' });
  const isEmpty = lookedAt !== undefined && found.length === 0;
  return (
    <div className="network-help">
      <p>{t('lead')}</p>
      {filter === undefined ? null : (
        <Notice tone="note" title={t('filter.title', { name: filter.name })}>
          {t('filter.text')}
        </Notice>
      )}
      <p role="status" className="network-status">
        {looking ? t('looking') : null}
        {!looking && isEmpty ? t('nothing') : null}
        {!looking && !isEmpty && lookedAt !== undefined ? t('lookedAt', { time: time.format(lookedAt) }) : null}
      </p>
      {found.length === 0 ? null : (
        <ul className="network-list">
          {found.map((way) => (
            <NetworkWay key={`${way.host}:${way.port}`} way={way} />
          ))}
        </ul>
      )}
      {looking ? null : (
        <SecondaryButton size="small" onPress={() => ask('network.look', {})}>
          {t(lookedAt === undefined ? 'look' : 'again')}
        </SecondaryButton>
      )}
    </div>
  );
}

function NetworkWay({ way }: { readonly way: WayFound }) {
  const { t } = useTranslation(['network', 'problems']);
  const { what, host, port, proxy, signer, problem } = way;
  return (
    <li className="network-way">
      <strong>{t(`what.${what}`)}</strong>
      <span className="ltr network-host">
        {host}:{port}
      </span>
      <span>{proxy === undefined ? t('way.straight') : t('way.proxy', { proxy })}</span>
      {signer === undefined ? null : <span>{t(`signer.${signer.kind}`, { name: signer.name })}</span>}
      {problem === undefined ? null : <span>{t(`problems:${problem.code}.what`, { ...problem.facts })}</span>}
    </li>
  );
}
