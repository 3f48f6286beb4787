// Step 6 looked back at, after an organisation has approved: it went on without another question.
import { useTranslation } from 'react-i18next';
import type { StepFact } from '../../shared/step-status.ts';
import { factWords } from '../setup/step-words.ts';
import { StepPage } from '../ui/step-page.tsx';
import { FactList } from './fact-list.tsx';
import { ReopenButton } from './reopen-button.tsx';

export function ApprovalApproved({ fact }: { readonly fact: StepFact }) {
  const { t } = useTranslation(['approval', 'steps', 'pages-sign-in']);
  return (
    <StepPage
      step="response"
      title={t('approved.title')}
      lead={factWords(t, fact)}
      secondary={<ReopenButton step="request" words={t('pages-sign-in:request.closed.again')} />}
    >
      <FactList
        label={t('approved.label')}
        facts={[
          { id: 'given', mark: 'done', title: t('approved.given.title'), text: t('approved.given.text') },
          { id: 'went-on', mark: 'done', title: t('approved.wentOn.title'), text: t('approved.wentOn.text') },
        ]}
      />
    </StepPage>
  );
}
