// Servers and user names of an account, each with a copy button, and where its key is kept.
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../shared/account-state.ts';
import { CopyLine } from '../ui/copy-line.tsx';

export function AccountServers({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation('window');
  const { store, kept } = account.keeping;
  return (
    <div className="card-servers">
      {account.servers.map(({ service, server, loginName, insteadOf, by }) => (
        <section key={service} aria-label={t(`services.${service}`)}>
          <h3 className="card-servers-title">{t(`services.${service}`)}</h3>
          <CopyLine label={t(`accounts.server.${service}`)} value={server.host} />
          <CopyLine label={t('accounts.port')} value={String(server.port)} />
          <CopyLine label={t('accounts.encryption')} value={t(`accounts.encryptions.${server.security}`)} />
          <CopyLine label={t('accounts.userName')} value={loginName} />
          {insteadOf === undefined ? null : (
            <p className="card-servers-note">{t('accounts.knownAs', { name: loginName, insteadOf })}</p>
          )}
          {by === 'password' ? <p className="card-servers-note">{t('accounts.byPassword')}</p> : null}
        </section>
      ))}
      <p className="card-servers-note">
        {t(`accounts.kept.${kept}`, { store: t(`keyStores.${store}`) })}{' '}
        {account.signsInAs === undefined ? null : t('accounts.whoSignsIn', { name: account.signsInAs })}
      </p>
    </div>
  );
}
