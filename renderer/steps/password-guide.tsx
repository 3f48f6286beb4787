// How one comes by the password: the provider's own steps, in order, and the pages to open. Draws from `app-passwords`: load first.
import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MailProvider } from '../../shared/mail-provider.ts';
import { ask } from '../setup/postkey-state.ts';
import { SecondaryButton } from '../ui/buttons.tsx';
import { PageSection } from './page-section.tsx';
import './password-page.css';
import { passwordSteps, unknownPassword } from './password-steps.ts';

export function PasswordGuide({ provider }: { readonly provider: MailProvider }) {
  const { t } = useTranslation(['pages-start', 'app-passwords']);
  const { kind, page, first } = provider.password ?? unknownPassword;
  const steps = passwordSteps(t, provider);
  const allowed = first.includes('allow-programs') ? provider.allowProgramsPage : undefined;
  const pages = [...new Set([allowed, page])].filter((each) => each !== undefined);
  /** Two pages of one host are told apart by what they are about. */
  const wordsOf = (url: string): string => {
    if (url !== page) return 'password.allowPage';
    return pages.length === 1 ? 'password.page' : 'password.passwordPage';
  };
  if (steps.length === 0) return null;
  return (
    <PageSection title={t(`password.how.${kind}`, { provider: provider.shortName })}>
      <ol className="password-steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {pages.length === 0 ? null : (
        <div className="password-pages">
          {pages.map((url) => (
            <SecondaryButton
              key={url}
              size="small"
              iconAfter={<ExternalLink size={16} strokeWidth={1.75} aria-hidden="true" />}
              onPress={() => ask('link.open', { url })}
            >
              {t(wordsOf(url), { host: new URL(url).host })}
            </SecondaryButton>
          ))}
        </div>
      )}
    </PageSection>
  );
}
