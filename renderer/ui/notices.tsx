// What main wants said at the top of the sheet, until it is mended or put away. Words by code; the order is main's.
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoticeView } from '../../shared/postkey-state.ts';
import { ask, usePostkey } from '../setup/postkey-state.ts';
import { loadWords } from '../setup/words.ts';
import { QuietButton, SecondaryButton } from './buttons.tsx';
import type { NoticeTone } from './notice.tsx';
import { Notice } from './notice.tsx';
import './notices.css';

/** Rare, and in words of its own. */
const PolicyNotice = lazy(async () => {
  const [notice] = await Promise.all([import('../policy/policy-notice.tsx'), loadWords('policy')]);
  return { default: notice.PolicyNotice };
});

const tones: Record<NoticeView['code'], NoticeTone> = {
  'preset-taken': 'done',
  'preset-refused': 'note',
  'case-refused': 'note',
  'vault-record-unreadable': 'your-turn',
  'settings-unreadable': 'note',
  'settings-not-saved': 'your-turn',
  'policy-broken': 'note',
  offline: 'note',
  'set-up-resumed': 'done',
  approved: 'done',
  'update-found': 'note',
};

export function Notices() {
  const { notices } = usePostkey();
  if (notices.length === 0) return null;
  return (
    <div className="notices">
      {notices.map((notice) =>
        notice.code === 'policy-broken' ? (
          <Suspense key={notice.id} fallback={null}>
            <PolicyNotice id={notice.id} />
          </Suspense>
        ) : (
          <OneNotice key={notice.id} notice={notice} />
        ),
      )}
    </div>
  );
}

function OneNotice({ notice }: { readonly notice: NoticeView }) {
  const { t } = useTranslation('window');
  const { refusal, place } = notice.values;
  const values = { ...notice.values, reason: refusal === undefined ? '' : t(`refusals:${refusal}`, notice.values) };
  const { aside } = usePostkey();
  const { setup } = notice.values;
  const approved = notice.code === 'approved' ? aside.find(({ id }) => id === setup) : undefined;
  // What a code says in this case; most have one text for all.
  const placed = place === undefined || place === '' ? 'text' : 'textWithPlace';
  const text = approved === undefined ? placed : 'textAside';
  const buttons =
    notice.code === 'offline' ? undefined : (
      <>
        {approved === undefined ? null : (
          <SecondaryButton
            size="small"
            label={t('accounts.aside.goOnLabel', { address: approved.address })}
            onPress={() => ask('setup.takeUp', { id: approved.id })}
          >
            {t('accounts.aside.goOn')}
          </SecondaryButton>
        )}
        <QuietButton size="small" onPress={() => ask('notice.dismiss', { id: notice.id })}>
          {t('buttons.dismiss')}
        </QuietButton>
      </>
    );
  return (
    <Notice tone={tones[notice.code]} title={t(`notices.${notice.code}.title`, values)} actions={buttons} live>
      {t([`notices.${notice.code}.${text}`, `notices.${notice.code}.text`], values)}
    </Notice>
  );
}
