// Servers and login names as found, each with what was typed over it, the fields to do so and the way back.
import { useTranslation } from 'react-i18next';
import type { Service } from '../../shared/mail-provider.ts';
import { services } from '../../shared/mail-provider.ts';
import { isServiceAllowed } from '../../shared/policy.ts';
import { usePostkey, useSetup } from '../setup/postkey-state.ts';
import { QuietButton, SecondaryButton } from '../ui/buttons.tsx';
import { TextField } from '../ui/text-field.tsx';
import { focusWhenRefused } from './focus-refused.ts';
import { FoundServer } from './found-server.tsx';
import { ServerFields } from './server-fields.tsx';
import type { Overruling } from './use-overruling.ts';
import { foundLoginName, foundServer, nameOf } from './use-overruling.ts';
import './overrule-servers.css';

interface RowProps {
  readonly service: Service;
  readonly overruling: Overruling;
}

function Fields({ service, overruling }: RowProps) {
  const { t } = useTranslation('look-up');
  const setup = useSetup();
  return (
    <div className="overrule-fields">
      <ServerFields
        service={service}
        draft={overruling.draft}
        onChange={overruling.typeServer}
        refusals={overruling.refusals}
        autoFocus
      />
      <p className="overrule-found">
        <FoundServer server={foundServer(setup, service)} />
      </p>
      <TextField
        label={t('servers.loginName')}
        hint={t('servers.found.name', { name: foundLoginName(setup, service) })}
        value={overruling.loginName}
        onChange={overruling.typeName}
        refusal={overruling.refusals.loginName}
        dir="ltr"
        mono
      />
      <div className="overrule-buttons">
        <SecondaryButton onPress={() => focusWhenRefused(overruling.send())}>{t('servers.use')}</SecondaryButton>
        <QuietButton onPress={overruling.close}>{t('servers.leave')}</QuietButton>
      </div>
    </div>
  );
}

function Row({ service, overruling }: RowProps) {
  const { t } = useTranslation(['look-up', 'pages-start']);
  const setup = useSetup();
  if (overruling.service === service) return <Fields service={service} overruling={overruling} />;
  const server = setup.provider?.is.servers[service];
  const legend = t(`pages-start:servers.legend.${service}`);
  const isServerTyped = setup.typed?.servers[service] !== undefined;
  const isNameTyped = setup.typed?.loginNames[service] !== undefined;
  return (
    <div className="overrule-row">
      <p className="overrule-service">{legend}</p>
      <div className="overrule-words">
        {server === undefined ? (
          <p>{t('servers.none')}</p>
        ) : (
          <p>
            <span className="mono ltr">{t('servers.server', { host: server.host, port: server.port })}</span>
            <span className="overrule-name mono ltr">{nameOf(setup, service)}</span>
          </p>
        )}
        {isServerTyped || isNameTyped ? (
          <p className="overrule-found">
            <span>{t('servers.typed')}</span>
            {isServerTyped ? (
              <span>
                <FoundServer server={foundServer(setup, service)} />
              </span>
            ) : null}
            {isNameTyped ? <span>{t('servers.found.name', { name: foundLoginName(setup, service) })}</span> : null}
          </p>
        ) : null}
      </div>
      <div className="overrule-ends">
        {isServerTyped || isNameTyped ? (
          <QuietButton size="small" onPress={() => overruling.takeBack(service)}>
            {t('servers.back')}
          </QuietButton>
        ) : null}
        <QuietButton
          size="small"
          label={
            server === undefined ? t('servers.addOf', { service: legend }) : t('servers.changeOf', { service: legend })
          }
          onPress={() => overruling.open(service)}
        >
          {server === undefined ? t('servers.add') : t('servers.change')}
        </QuietButton>
      </div>
    </div>
  );
}

export function OverruleServers({ overruling }: { readonly overruling: Overruling }) {
  const { t } = useTranslation('look-up');
  const { policy } = usePostkey();
  const { practice } = useSetup();
  const isOpen = (service: Service): boolean => practice || policy === undefined || isServiceAllowed(policy, service);
  return (
    <section className="overrule-servers" aria-label={t('servers.label')}>
      <h2 className="overrule-title">{t('servers.label')}</h2>
      {services.filter(isOpen).map((service) => (
        <Row key={service} service={service} overruling={overruling} />
      ))}
    </section>
  );
}
