// What the help offers to whoever gets help, and to whoever gives it: a case file of one's own, somebody else's, and the log.
import { FolderOpen, ScrollText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { pageCode } from '../../shared/page-code.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { ask } from '../setup/postkey-state.ts';
import { QuietButton } from '../ui/buttons.tsx';
import { CaseFileButton } from './case-file-button.tsx';

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function CaseHelp({ setup }: { readonly setup: SetupView | undefined }) {
  const { t } = useTranslation('window');
  const open = async () => {
    const answer = await ask('case.open', {});
    // Closing the file dialog is a choice, not a fault.
    return answer.accepted || answer.refusal !== 'file-not-chosen' ? answer : undefined;
  };
  const code = pageCode(setup === undefined ? { page: 'list' } : { page: 'step', setup, step: setup.current });
  return (
    <div className="help-block">
      <p>{t('help.caseText')}</p>
      <CaseFileButton about={setup === undefined ? 'all' : 'setup'} code={code} kind="secondary" />
      <div className="help-case-more">
        <QuietButton size="small" icon={<FolderOpen {...icon} />} onPress={open}>
          {t('help.caseOpen')}
        </QuietButton>
        <QuietButton size="small" icon={<ScrollText {...icon} />} onPress={() => ask('logs.show', {})}>
          {t('help.logs')}
        </QuietButton>
      </div>
    </div>
  );
}
