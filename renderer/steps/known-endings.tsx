// What will end a sign-in as far as Postkey knows: the soonest first, when, how sure, and what happens then; its dates as a calendar file.
// Draws from `account`: load those words before it is drawn.
import { CalendarDays } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { calendarFile } from '../../shared/calendar-file.ts';
import type { EndingView } from '../../shared/ending.ts';
import { fromNow } from '../accounts/from-now.ts';
import { formatLocale } from '../setup/format-locale.ts';
import { ask } from '../setup/postkey-state.ts';
import { SecondaryButton } from '../ui/buttons.tsx';
import './known-endings.css';

const soonMs = 7 * 86_400_000;

export interface KnownEndingsProps {
  readonly endings: readonly EndingView[];
  readonly now: number;
  /** Of the account, or of the set-up that becomes it: the calendar's entries are known by it. Absent where it is somebody else's. */
  readonly id?: string | undefined;
  readonly address?: string | undefined;
}

/** The words of an ending; `days` chooses the plural. */
function useEndingWords() {
  const { t } = useTranslation('account');
  return ({ cause, values }: EndingView) => {
    const known = { ...values, count: Number(values['days'] ?? 0) };
    return { title: t(`ends.causes.${cause}.title`, known), text: t(`ends.causes.${cause}.then`, known) };
  };
}

export function KnownEndings({ endings, now, id, address }: KnownEndingsProps) {
  const { t } = useTranslation('account');
  if (endings.length === 0) return <p className="account-quiet">{t('ends.none')}</p>;
  return (
    <>
      <ol className="known-endings">
        {endings.map((ending) => (
          <Ending key={ending.cause} ending={ending} now={now} />
        ))}
      </ol>
      {id === undefined || address === undefined ? null : <SaveCalendar endings={endings} id={id} address={address} />}
    </>
  );
}

function Ending({ ending, now }: { readonly ending: EndingView; readonly now: number }) {
  const { t, i18n } = useTranslation('account');
  const { title, text } = useEndingWords()(ending);
  const { at, sure } = ending;
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
        <p className="known-ending-title">{title}</p>
        <p>{text}</p>
        <p className="known-ending-sure">{t(`ends.sure.${at === undefined ? 'noDate' : 'date'}.${sure}`)}</p>
      </div>
    </li>
  );
}

function SaveCalendar({ endings, id, address }: Pick<KnownEndingsProps, 'endings'> & { id: string; address: string }) {
  const { t, i18n } = useTranslation('account');
  const wordsOf = useEndingWords();
  const dates = endings.flatMap((ending) => {
    const { cause, at } = ending;
    const { title, text } = wordsOf(ending);
    if (at === undefined) return [];
    return [{ uid: `postkey-${id}-${cause}`, at, title: t('ends.calendar.title', { address, title }), text }];
  });
  if (dates.length === 0) return null;
  const save = async () => {
    const text = calendarFile(dates, Date.now(), i18n.language);
    const answer = await ask('letter.save', { name: t('ends.calendar.fileName'), text });
    // Closing the file dialog is a choice, not a fault.
    return answer.accepted || answer.refusal !== 'file-not-chosen' ? answer : undefined;
  };
  return (
    <div>
      <SecondaryButton
        size="small"
        icon={<CalendarDays size={16} strokeWidth={1.75} aria-hidden="true" />}
        onPress={save}
      >
        {t('ends.calendar.save')}
      </SecondaryButton>
    </div>
  );
}
