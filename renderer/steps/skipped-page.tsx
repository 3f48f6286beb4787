// A step that this way of logging in does not need: why, and which steps take its place. One page for all of them.
import { useTranslation } from 'react-i18next';
import type { StepId } from '../../shared/setup-steps.ts';
import type { SkipReason } from '../../shared/step-status.ts';
import { ask, useSetup } from '../setup/postkey-state.ts';
import { SecondaryButton } from '../ui/buttons.tsx';
import { StepPage } from '../ui/step-page.tsx';
import { useCursor } from '../wizard/use-cursor.ts';
import { FactList } from './fact-list.tsx';
import { PageSection } from './page-section.tsx';

/** What a password needs instead. */
const instead: readonly StepId[] = ['flow', 'store', 'test'];

export function SkippedPage() {
  const { shown } = useCursor();
  const { steps } = useSetup();
  const status = steps[shown];
  return status.kind === 'skipped' ? <Skipped step={shown} reason={status.reason} /> : null;
}

function Skipped({ step, reason }: { readonly step: StepId; readonly reason: SkipReason }) {
  const { t } = useTranslation('pages-start');
  const { provider, steps, purpose } = useSetup();
  const named = { provider: provider?.is.shortName ?? '' };
  return (
    <StepPage
      step={step}
      title={t(`skipped.title.${step}`)}
      lead={t(`skipped.why.${step}.${reason}`, named)}
      secondary={
        reason === 'password-chosen' && purpose === 'new-account' ? (
          <SecondaryButton onPress={() => ask('flow.choose', { way: 'browser' })}>
            {t('password.signInInstead')}
          </SecondaryButton>
        ) : undefined
      }
    >
      <PageSection title={t('skipped.instead.title')}>
        <FactList
          label={t('skipped.instead.title')}
          facts={instead.map((each) => ({
            id: each,
            mark: steps[each].kind,
            title: t(`skipped.instead.${each}.title`),
            text: t(`skipped.instead.${each}.text`),
          }))}
        />
      </PageSection>
    </StepPage>
  );
}
