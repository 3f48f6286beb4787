// What a registration must say, line by line, each to copy: the way back and the permissions. For whoever makes one.
import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MailProvider } from '../../shared/mail-provider.ts';
import type { ScopeView } from '../../shared/setup-state.ts';
import { ask } from '../setup/postkey-state.ts';
import { SecondaryButton } from '../ui/buttons.tsx';
import { CopyLine } from '../ui/copy-line.tsx';
import { PageSection } from './page-section.tsx';
import { scopeLines } from './scope-lines.ts';
import './registration-contents.css';

/** Microsoft's portal takes only `localhost`; RFC 8252 section 8.3 prefers the literal. Google's desktop clients register none. */
function redirectOf(provider: MailProvider): string | undefined {
  if (provider.signIn === 'google') return undefined;
  return provider.signIn === 'microsoft' ? 'http://localhost' : 'http://127.0.0.1';
}

export function RegistrationContents({
  provider,
  scopes,
}: {
  readonly provider: MailProvider;
  readonly scopes: readonly ScopeView[];
}) {
  const { t } = useTranslation('pages-start');
  const redirect = redirectOf(provider);
  const { consolePage, signIn } = provider;
  return (
    <PageSection title={t('register.contents.title')}>
      <p>{t(`register.contents.kind.${signIn}`)}</p>
      <div>
        {redirect === undefined ? null : <CopyLine label={t('register.contents.redirect')} value={redirect} />}
        {scopeLines(scopes, signIn).map((line) => (
          <CopyLine key={line.text} label={t(`register.contents.scope.${line.purpose}`)} value={line.text} />
        ))}
      </div>
      {consolePage === undefined ? null : (
        <div>
          <SecondaryButton
            size="small"
            iconAfter={<ExternalLink size={16} strokeWidth={1.75} />}
            onPress={() => ask('link.open', { url: consolePage })}
          >
            {t('register.contents.console', { host: new URL(consolePage).host })}
          </SecondaryButton>
        </div>
      )}
    </PageSection>
  );
}
