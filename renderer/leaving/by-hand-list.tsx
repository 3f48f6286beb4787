// What only the person can do once an account is gone, each with the page where it is done.
import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LeavingView } from '../../shared/leaving.ts';
import { ask } from '../setup/postkey-state.ts';
import { QuietButton } from '../ui/buttons.tsx';
import { byHandWords } from './leaving-words.ts';

const withoutScheme = (url: string): string => url.replace(/^https?:\/\//u, '').replace(/\/$/u, '');

export function ByHandList({ leaving }: { readonly leaving: LeavingView }) {
  const { t, i18n } = useTranslation(['leaving', 'window']);
  const { byHand } = leaving;
  return (
    <section className="card leaving-part" aria-labelledby="leaving-by-hand">
      <h2 id="leaving-by-hand">{t('leaving:byHand.title')}</h2>
      {byHand.length === 0 ? <p>{t('leaving:byHand.none')}</p> : null}
      <ul className="leaving-by-hand">
        {byHand.map((item) => {
          const page = 'page' in item ? item.page : undefined;
          return (
            <li key={item.code}>
              <p>{byHandWords(t, i18n.language, leaving, item)}</p>
              {page === undefined ? null : (
                <QuietButton
                  size="small"
                  iconAfter={<ExternalLink size={16} strokeWidth={1.75} aria-hidden="true" />}
                  onPress={() => ask('link.open', { url: page })}
                >
                  {t('leaving:byHand.open', { page: withoutScheme(page) })}
                </QuietButton>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
