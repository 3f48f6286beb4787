// What the help says about newer versions of Postkey: where it stands, and the one button that leads on. Fetches nothing by itself.
import { useTranslation } from 'react-i18next';
import type { UpdateFailure, UpdateView } from '../../shared/update-state.ts';
import { formatLocale } from '../setup/format-locale.ts';
import { ask, usePostkey } from '../setup/postkey-state.ts';
import { SecondaryButton } from '../ui/buttons.tsx';
import { LockedLine } from '../ui/locked-line.tsx';
import './update-help.css';

const actors: Record<UpdateFailure, 'you' | 'wait' | 'app'> = {
  'not-reached': 'wait',
  unreadable: 'app',
  'signature-wrong': 'app',
  'download-broken': 'wait',
  'not-saved': 'you',
  unexpected: 'app',
};

export function UpdateHelp() {
  const { update } = usePostkey();
  return (
    <div className="update-help">
      <UpdateLine update={update} />
      <LockedLine keys={['updates']} />
      {'notes' in update ? <UpdateNotes notes={update.notes} /> : null}
      <UpdateButton update={update} />
      {update.state === 'off' ? null : <LookDaily daily={update.daily} />}
    </div>
  );
}

function UpdateLine({ update }: { readonly update: UpdateView }) {
  const { t, i18n } = useTranslation('updates');
  if (update.state === 'failed') return <UpdateFailed failure={update.failure} />;
  const words = (): string => {
    switch (update.state) {
      case 'off':
        return t(`off.${update.by}`);
      case 'idle': {
        if (update.lookedAt === undefined) return t('idle');
        const day = new Intl.DateTimeFormat(formatLocale(i18n.language), { dateStyle: 'long', timeStyle: 'short' });
        return t('newest', { day: day.format(update.lookedAt) });
      }
      default:
        return t(update.state, { ...update });
    }
  };
  return (
    <p role="status" className="update-line">
      {words()}
    </p>
  );
}

function UpdateFailed({ failure }: { readonly failure: UpdateFailure }) {
  const { t } = useTranslation('updates');
  return (
    <div role="status" className="update-failed">
      <p>
        <strong>{t(`failed.${failure}.what`)}</strong> {t('unchanged')}
      </p>
      <p>{t(`who.${actors[failure]}`)}</p>
      <p>{t(`failed.${failure}.next`)}</p>
    </div>
  );
}

function UpdateNotes({ notes }: { readonly notes: string }) {
  const { t } = useTranslation('updates');
  return (
    <details className="update-notes">
      <summary>{t('notes')}</summary>
      <p dir="auto">{notes === '' ? t('noNotes') : notes}</p>
    </details>
  );
}

function UpdateButton({ update }: { readonly update: UpdateView }) {
  const { t } = useTranslation('updates');
  switch (update.state) {
    case 'off':
    case 'looking':
      return null;
    case 'found':
      return (
        <SecondaryButton size="small" onPress={() => ask('update.fetch', {})}>
          {t('fetch', { version: update.version })}
        </SecondaryButton>
      );
    case 'fetching':
      return (
        <SecondaryButton size="small" onPress={() => ask('update.cancel', {})}>
          {t('cancel')}
        </SecondaryButton>
      );
    case 'ready':
      return (
        <SecondaryButton size="small" onPress={() => ask('update.restart', {})}>
          {t('restart', { version: update.version })}
        </SecondaryButton>
      );
    default:
      return (
        <SecondaryButton size="small" onPress={() => ask('update.look', {})}>
          {t('look')}
        </SecondaryButton>
      );
  }
}

function LookDaily({ daily }: { readonly daily: boolean }) {
  const { t } = useTranslation('updates');
  return (
    <label className="update-daily">
      <input type="checkbox" checked={daily} onChange={() => void ask('update.daily', { on: !daily })} />
      <span>{t('daily')}</span>
    </label>
  );
}
