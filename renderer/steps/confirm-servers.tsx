// Servers that came by a way others could have changed: shown whole, and confirmed by the person before anything goes there.
import { useTranslation } from 'react-i18next';
import type { ProviderView } from '../../shared/look-up.ts';
import { services } from '../../shared/mail-provider.ts';
import { CheckList } from '../ui/choice.tsx';
import { RefusalWords } from '../ui/refusal-words.tsx';
import { Well } from '../ui/well.tsx';
import { PageRefusal } from './page-section.tsx';
import './confirm-servers.css';

/** What was confirmed holds for these servers only. */
export function serversKey({ is }: ProviderView): string {
  return services.map((service) => is.servers[service]?.host ?? '').join(' ');
}

/** The owner's part in bold: a name is read from its end. */
function Host({ host, owner }: { readonly host: string; readonly owner: string }) {
  const isPart = host === owner || host.endsWith(`.${owner}`);
  return (
    <code className="mono ltr">
      {isPart ? host.slice(0, host.length - owner.length) : `${host} `}
      <strong>{owner}</strong>
    </code>
  );
}

export interface ConfirmServersProps {
  readonly provider: ProviderView;
  readonly unsure: NonNullable<ProviderView['unsure']>;
  readonly isConfirmed: boolean;
  readonly onConfirm: (isConfirmed: boolean) => void;
  /** The person went on without. */
  readonly isMissing: boolean;
}

export function ConfirmServers({ provider, unsure, isConfirmed, onConfirm, isMissing }: ConfirmServersProps) {
  const { t } = useTranslation('look-up');
  const { servers } = provider.is;
  return (
    <Well tone="note" label={t('confirm.title')} className="confirm-servers">
      <div>
        <h2 className="confirm-servers-title">{t('confirm.title')}</h2>
        <p>{unsure === 'dns' ? t('confirm.dns') : t('confirm.http')}</p>
      </div>
      <dl className="confirm-servers-list">
        {services.map((service) => {
          const host = servers[service]?.host;
          return host === undefined ? null : (
            <div key={service}>
              <dt>{t(`confirm.${service}`)}</dt>
              <dd>
                <Host host={host} owner={provider.serverDomains?.[host] ?? host} />
              </dd>
            </div>
          );
        })}
      </dl>
      <CheckList
        label={t('confirm.title')}
        labelHidden
        options={[{ value: 'right', title: t('confirm.box'), text: t('confirm.boxText') }]}
        values={isConfirmed ? ['right'] : []}
        onChange={(values) => onConfirm(values.length > 0)}
      />
      {isMissing ? (
        <PageRefusal>
          <RefusalWords refusal="servers-not-confirmed" />
        </PageRefusal>
      ) : null}
    </Well>
  );
}
