// The guide through a provider's console: its parts in the order of the console's screens, what to bring back, what goes wrong.
// Which parts are done is kept here only. Draws from `console-guide`: load those words before it is drawn.
import { Printer } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleGuide as Guide, GuideBlanks } from '../../shared/console-guide.ts';
import { fillGuide, guideIdOf } from '../../shared/console-guide.ts';
import type { MailProvider } from '../../shared/mail-provider.ts';
import { formatLocale } from '../setup/format-locale.ts';
import { announce } from '../ui/announce.tsx';
import { SecondaryButton } from '../ui/buttons.tsx';
import './console-guide.css';
import './print-guide.css';
import { GuideMistakes } from './guide-mistakes.tsx';
import type { GuidePartProps } from './guide-part.tsx';
import { GuidePart } from './guide-part.tsx';
import { GuideTakeBack } from './guide-take-back.tsx';

export interface ConsoleGuideProps {
  readonly provider: MailProvider;
  readonly blanks: GuideBlanks;
}

// Main and a test have parsed them; the window needs no schema for its own data.
const guides = import.meta.glob<Guide>('../../shared/console-guides/*.json', { import: 'default', eager: true });

export function ConsoleGuide({ provider, blanks }: ConsoleGuideProps) {
  const { t, i18n } = useTranslation('console-guide');
  const id = useId();
  const [done, setDone] = useState<readonly string[]>([]);
  // Absent: the first that is not done.
  const [opened, setOpened] = useState<string | undefined>();
  const data = guides[`../../shared/console-guides/${guideIdOf(provider)}.json`];
  if (data === undefined) return null;
  const guide = fillGuide(data, provider, blanks);
  const parts = guide.sections;
  const open = opened ?? parts.find((part) => !done.includes(part.id))?.id;
  const named = { provider: provider.shortName };

  const stateOf = (part: string): GuidePartProps['state'] => {
    if (done.includes(part)) return 'done';
    return part === open ? 'needs-you' : 'waiting';
  };

  const finish = (part: string, number: number): void => {
    const nowDone = [...done, part];
    const next = parts.find((each) => !nowDone.includes(each.id));
    setDone(nowDone);
    setOpened(undefined);
    announce(next === undefined ? t('allDone') : t('partDone', { number }));
    // The button that was pressed goes away with its part.
    document.getElementById(next === undefined ? `${id}-take-back` : `${id}-${next.id}`)?.focus();
  };

  return (
    <section className="guide" aria-labelledby={`${id}-title`}>
      <header className="guide-printed">
        <p className="guide-printed-title">{t('printed.title', named)}</p>
        <p>
          {t('printed.for', {
            address: blanks.address,
            date: new Intl.DateTimeFormat(formatLocale(i18n.language), { dateStyle: 'long' }).format(Date.now()),
          })}
        </p>
      </header>
      <div className="guide-head">
        <h2 id={`${id}-title`}>{t('title', named)}</h2>
        <SecondaryButton
          size="small"
          icon={<Printer size={16} strokeWidth={1.75} aria-hidden="true" />}
          onPress={() => window.print()}
        >
          {t('print')}
        </SecondaryButton>
      </div>
      <div className="guide-notes">
        <p className="guide-lead">{t('lead')}</p>
        {guide.notes.map((note) => (
          <p key={note}>{t(`guides.${guide.id}.notes.${note}`)}</p>
        ))}
      </div>
      <ol className="guide-parts">
        {parts.map((part, index) => (
          <GuidePart
            key={part.id}
            headId={`${id}-${part.id}`}
            guide={guide.id}
            part={part}
            number={index + 1}
            state={stateOf(part.id)}
            isOpen={part.id === open}
            onOpen={() => setOpened(part.id === open ? '' : part.id)}
            onDone={() => finish(part.id, index + 1)}
          />
        ))}
      </ol>
      <GuideTakeBack headId={`${id}-take-back`} guide={guide} />
      <GuideMistakes guide={guide} />
    </section>
  );
}
