// What was found for a service, to stand beside what was typed over it.
import { useTranslation } from 'react-i18next';
import type { MailServer } from '../../shared/mail-provider.ts';

export function FoundServer({ server }: { readonly server: MailServer | undefined }) {
  const { t } = useTranslation('look-up');
  if (server === undefined) return t('servers.found.none');
  const { host, port, security } = server;
  return security === 'tls' ? t('servers.found.tls', { host, port }) : t('servers.found.starttls', { host, port });
}
