// How long the bridge is open: as long as Postkey runs, and the two choices that make that longer. One place for both, on every page.
import { useTranslation } from 'react-i18next';
import { LifeSwitches } from '../life/life-switches.tsx';
import { usePostkey } from '../setup/postkey-state.ts';
import { PageSection } from '../steps/page-section.tsx';

export function BridgeLife() {
  const { t } = useTranslation('bridge');
  const { background } = usePostkey();
  if (background === undefined) return null;
  return (
    <PageSection title={t('life.title')}>
      <LifeSwitches about="bridge" />
    </PageSection>
  );
}
