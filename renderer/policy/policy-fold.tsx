// The line in the help that opens what is laid down on this computer. Nothing where nothing is; its words come when it is first opened.
import { LockKeyhole } from 'lucide-react';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { usePostkey } from '../setup/postkey-state.ts';
import { loadWords } from '../setup/words.ts';
import { HelpFold } from '../wizard/help-fold.tsx';

const PolicyList = lazy(async () => {
  const [list] = await Promise.all([import('./policy-list.tsx'), loadWords('policy')]);
  return { default: list.PolicyList };
});

export function PolicyFold() {
  const { t } = useTranslation('window');
  const { policy, preset } = usePostkey();
  if (policy === undefined) return null;
  const organisation = policy.organisation ?? preset?.organisation;
  return (
    <HelpFold
      icon={LockKeyhole}
      words={t(organisation === undefined ? 'locked.open' : 'locked.openNamed', { organisation })}
    >
      <PolicyList policy={policy} />
    </HelpFold>
  );
}
