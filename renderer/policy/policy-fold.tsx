// The line in the help that opens what is laid down on this computer. Nothing where nothing is; its words come when it is first opened.
import { LockKeyhole } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePostkey } from '../setup/postkey-state.ts';
import { loadWords } from '../setup/words.ts';
import { KindButton } from '../ui/buttons.tsx';

const PolicyList = lazy(async () => {
  const [list] = await Promise.all([import('./policy-list.tsx'), loadWords('policy')]);
  return { default: list.PolicyList };
});

export function PolicyFold() {
  const { t } = useTranslation('window');
  const { policy, preset } = usePostkey();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  if (policy === undefined) return null;
  const organisation = policy.organisation ?? preset?.organisation;
  return (
    <div className="help-block">
      <KindButton
        kind="secondary"
        size="small"
        icon={<LockKeyhole size={18} strokeWidth={1.75} aria-hidden="true" />}
        expanded={isOpen}
        controls={id}
        onPress={() => setOpen(!isOpen)}
      >
        {t(organisation === undefined ? 'locked.open' : 'locked.openNamed', { organisation })}
      </KindButton>
      <div id={id} hidden={!isOpen} className="help-explain">
        {isOpen ? (
          <Suspense fallback={null}>
            <PolicyList policy={policy} />
          </Suspense>
        ) : null}
      </div>
    </div>
  );
}
