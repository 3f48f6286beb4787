// What a person must know before anything happens: who asks for the password, what Postkey may do then, how to take it back.
import { useTranslation } from 'react-i18next';
import type { MailProvider, Service } from '../../shared/mail-provider.ts';
import { SignInDrawing } from '../ui/sign-in-drawing.tsx';
import { whatFor } from './what-is-asked.ts';

function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\//u, '').replace(/\/$/u, '');
}

export function SignInExplained({
  provider,
  wanted,
}: {
  readonly provider: MailProvider | undefined;
  readonly wanted: readonly Service[];
}) {
  const { t } = useTranslation('pages-start');
  const name = provider?.shortName ?? '';
  const page = provider?.takeBackPage;
  return (
    <SignInDrawing
      host={provider?.signInHost || undefined}
      hostUnknown={t('explained.someHost')}
      parts={[
        {
          title:
            provider === undefined ? t('explained.asks.titleUnknown') : t('explained.asks.title', { provider: name }),
          text: t('explained.asks.text'),
        },
        { title: t('explained.key.title'), text: t(`explained.key.${whatFor(wanted)}`) },
        {
          title: t('explained.back.title'),
          text:
            page === undefined
              ? t('explained.back.textUnknown')
              : t('explained.back.text', { page: withoutScheme(page) }),
        },
      ]}
    />
  );
}
