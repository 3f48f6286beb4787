// At the top of the sheet: what is laid down here cannot be read, what is off until it is mended, who mends it, and where IT finds it.
import { useTranslation } from 'react-i18next';
import { codeOfPage } from '../../shared/page-code.ts';
import { type FindPolicyWords, sayPolicyFault } from '../../shared/policy-lines.ts';
import { ask, usePostkey } from '../setup/postkey-state.ts';
import { QuietButton } from '../ui/buttons.tsx';
import { Notice } from '../ui/notice.tsx';
import { Stamp } from '../ui/stamp.tsx';

export function PolicyNotice({ id }: { readonly id: string }) {
  const { t } = useTranslation(['policy', 'window']);
  const [trouble] = usePostkey().policy?.troubles ?? [];
  if (trouble === undefined) return null;
  const find: FindPolicyWords = (key, values) => t(key, { ...values });
  const isOwn = trouble.level === 'user';
  const actions = (
    <>
      <Stamp code={codeOfPage('policy')} stopped small />
      <QuietButton size="small" onPress={() => ask('notice.dismiss', { id })}>
        {t('window:buttons.dismiss')}
      </QuietButton>
    </>
  );
  return (
    <Notice tone="note" title={t(isOwn ? 'broken.titleUser' : 'broken.title')} actions={actions} live>
      {t(isOwn ? 'broken.textUser' : 'broken.text')}{' '}
      {t(isOwn ? 'broken.whereUser' : 'broken.where', { place: trouble.place, reason: sayPolicyFault(trouble, find) })}
    </Notice>
  );
}
