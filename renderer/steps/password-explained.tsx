// In place of the drawing where one logs in with a password: why, what that is, and that step 4 shows how.
import { useTranslation } from 'react-i18next';
import type { MailProvider } from '../../shared/mail-provider.ts';
import { QuietButton } from '../ui/buttons.tsx';
import '../ui/sign-in-drawing.css';
import './password-explained.css';

function reasonOf({ signIn, registering }: MailProvider): 'none' | 'closed' | 'there' {
  if (signIn === 'password') return 'none';
  return registering === 'closed' ? 'closed' : 'there';
}

export interface PasswordExplainedProps {
  readonly provider: MailProvider;
  /** The provider gives nobody a registration; who has one all the same signs in by it. */
  readonly onOwnRegistration?: (() => void) | undefined;
}

export function PasswordExplained({ provider, onOwnRegistration }: PasswordExplainedProps) {
  const { t } = useTranslation('look-up');
  const kind = provider.password?.kind ?? 'account';
  const named = { provider: provider.shortName };
  const parts = [
    { id: 'instead', title: t(`password.${kind}.title`), text: t(`password.${kind}.text`, named) },
    { id: 'kept', title: t('password.kept.title'), text: t('password.kept.text') },
    { id: 'back', title: t('password.backTitle'), text: t(`password.${kind}.back`, named) },
  ];
  return (
    <section className="password-explained">
      <h2 className="password-explained-title">{t(`password.title.${reasonOf(provider)}`, named)}</h2>
      <div className="sign-in-drawing password-explained-parts">
        {parts.map((part) => (
          <div className="sign-in-part" key={part.id}>
            <h3 className="sign-in-title">{part.title}</h3>
            <p className="sign-in-text">{part.text}</p>
          </div>
        ))}
      </div>
      {onOwnRegistration === undefined ? null : (
        <div className="page-quiet">
          <QuietButton size="small" onPress={onOwnRegistration}>
            {t('password.own')}
          </QuietButton>
        </div>
      )}
    </section>
  );
}
