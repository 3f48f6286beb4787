// Step 1 where nobody published how mail works at the domain, or where the person knows better: their own choice of provider.
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetup } from '../setup/postkey-state.ts';
import { QuietButton } from '../ui/buttons.tsx';
import { Well } from '../ui/well.tsx';
import { ChooseProvider } from './choose-provider.tsx';
import { FoldButton } from './fold-button.tsx';
import { NobodyKnows } from './found-provider.tsx';
import { LookUpLines } from './look-up-lines.tsx';
import type { AddressLookUp } from './use-address-look-up.ts';
import type { ProviderChoice } from './use-provider-choice.ts';
import './how-found.css';

export interface UnderstandByHandProps {
  readonly look: AddressLookUp;
  readonly choice: ProviderChoice;
  /** Where something was found all the same. */
  readonly onBack: (() => void) | undefined;
}

export function UnderstandByHand({ look, choice, onBack }: UnderstandByHandProps) {
  const { t } = useTranslation(['pages-start', 'look-up']);
  const { lookUp, provider, steps } = useSetup();
  const [askedIsOpen, setAskedOpen] = useState(false);
  const askedId = useId();
  const sources = lookUp?.sources ?? [];
  const isUnknown = provider === undefined && steps.understand.kind !== 'failed';
  const back = (
    <QuietButton size="small" onPress={onBack}>
      {t('found.byHand.back')}
    </QuietButton>
  );
  const asked =
    isUnknown && sources.length > 0 ? (
      <FoldButton
        words={t('look-up:how.label')}
        isOpen={askedIsOpen}
        controls={askedId}
        onToggle={() => setAskedOpen(!askedIsOpen)}
      />
    ) : undefined;
  return (
    <>
      <NobodyKnows address={look.address} isByHand={!isUnknown} action={onBack === undefined ? asked : back} />
      <div id={askedId} hidden={!askedIsOpen}>
        <Well className="how-found">
          <LookUpLines sources={sources} />
          <div className="page-quiet">
            <QuietButton size="small" onPress={look.lookUp}>
              {t('look-up:how.again')}
            </QuietButton>
          </div>
        </Well>
      </div>
      <ChooseProvider choice={choice} />
    </>
  );
}
