// What a registration is and who makes one, side by side. For a page on which there is nothing to do.
import { useTranslation } from 'react-i18next';
import type { MailProvider } from '../../shared/mail-provider.ts';
import { Well } from '../ui/well.tsx';
import './registration-explained.css';

export function RegistrationExplained({ provider }: { readonly provider: MailProvider }) {
  const { t } = useTranslation('pages-start');
  const name = { provider: provider.shortName };
  return (
    <Well className="registration-explained">
      <div>
        <h2>{t('register.what.title')}</h2>
        <p>{t('register.what.text', name)}</p>
      </div>
      <div>
        <h2>{t('register.who.title')}</h2>
        <p>{t(`register.who.${provider.signIn}`, name)}</p>
      </div>
    </Well>
  );
}
