// What will end a sign-in as far as Postkey knows: the soonest first, when, how sure, and what happens then. Draws from `account`: load those
// words before it is drawn.
import { useTranslation } from 'react-i18next';
import type { EndingView } from '../../shared/ending.ts';
import { fromNow } from '../accounts/from-now.ts';
import { formatLocale } from '../setup/format-locale.ts';
import './known-endings.css';

const soonMs = 7 * 86_400_000;

export function KnownEndings({ endings, now }: { readonly endings: readonly EndingView[]; readonly now: number }) {
  const { t } = useTranslation('account');
  if (endings.length === 0) return <p className="account-quiet">{t('ends.none')}</p>;
  return (
    <ol className="known-endings">
      {endings.map((ending) => (
        <Ending key={ending.cause} ending={ending} now={now} />
      ))}
    </ol>
  );
}

function Ending({ ending, now }: { readonly ending: EndingView; readonly now: number }) {
  const { t, i18n } = useTranslation('account');
  const { cause, at, sure, values } = ending;
  const date = new Intl.DateTimeFormat(formatLocale(i18n.language), { dateStyle: 'medium' });
  const isSoon = at !== undefined && at - now < soonMs;
  return (
    <li className={isSoon ? 'known-ending known-ending-soon' : 'known-ending'}>
      <p className="known-ending-when">
        {at === undefined ? (
          <span>{t('ends.noDate')}</span>
        ) : (
          <>
            <strong>{date.format(at)}</strong> <span>{fromNow(at, now, i18n.language)}</span>
          </>
        )}
      </p>
      <div className="known-ending-what">
        <p className="known-ending-title">{t(`ends.causes.${cause}.title`, { ...values })}</p>
        <p>{t(`ends.causes.${cause}.then`, { ...values })}</p>
        <p className="known-ending-sure">
          <strong>{t(`ends.sure.${sure}`)}.</strong> {t(`ends.sureText.${sure}`)}
        </p>
      </div>
    </li>
  );
}
