// Step 1 while it is open: types, looks up, shows what was found, and goes on only when the person has seen it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetupView } from '../../shared/setup-state.ts';
import { ask, useSetup } from '../setup/postkey-state.ts';
import { problemTitle } from '../setup/step-words.ts';
import { PrimaryButton, QuietButton } from '../ui/buttons.tsx';
import { StepPage } from '../ui/step-page.tsx';
import { AddressFields } from './address-fields.tsx';
import { focusWhenRefused } from './focus-refused.ts';
import { LookingUp, NothingFoundYet } from './found-provider.tsx';
import { LookUpLive } from './look-up-lines.tsx';
import { SignInExplained } from './sign-in-explained.tsx';
import { UnderstandByHand } from './understand-by-hand.tsx';
import { UnderstandFound } from './understand-found.tsx';
import { UnderstandProblem } from './understand-problem.tsx';
import { useAddressLookUp } from './use-address-look-up.ts';
import { useFoundChoices } from './use-found-choices.ts';
import { useHasPassed } from './use-has-passed.ts';
import { useProviderChoice } from './use-provider-choice.ts';
import './understand-form.css';

/** A look-up that ends sooner shows no lines: what was found says it all. */
const showLinesAfterMs = 250;

export function UnderstandForm() {
  const { t } = useTranslation(['pages-start', 'window', 'problems']);
  const setup = useSetup();
  const look = useAddressLookUp(setup);
  const choice = useProviderChoice();
  // Holds for the address at which it was said.
  const [byHandFor, setByHandFor] = useState<string | undefined>();
  const wantsToChoose = byHandFor === look.address;
  const status = setup.steps.understand;

  const found = look.isLookedUp && !wantsToChoose ? setup.provider : undefined;
  const choices = useFoundChoices(setup, found, look);
  const problem = status.kind === 'failed' && !wantsToChoose ? status.problem : undefined;
  const isByHand = found === undefined && (look.isLookedUp || (status.kind === 'failed' && wantsToChoose));
  const lead = setup.practice ? t('understand.lead.practice') : t('understand.lead.usual');

  const goOn = async (): Promise<unknown> => {
    if (isByHand) {
      const answer = await focusWhenRefused(choice.send());
      if (answer?.accepted) setByHandFor(undefined);
      return answer;
    }
    return found === undefined ? focusWhenRefused(look.lookUp()) : choices.goOn();
  };

  return (
    <StepPage
      step="understand"
      page={isByHand ? 'by-hand' : undefined}
      title={problem === undefined ? t('understand.title') : problemTitle(t, problem)}
      lead={problem === undefined ? lead : t('well.understand')}
      onSubmit={goOn}
      primary={
        <PrimaryButton submit>
          {found === undefined
            ? t('window:buttons.continue')
            : t(`understand.${choices.isByPassword ? 'goOnPassword' : 'goOn'}`)}
        </PrimaryButton>
      }
      secondary={
        setup.practice || found !== undefined ? undefined : (
          <QuietButton onPress={() => ask('setup.start', { practice: true })}>{t('understand.practice')}</QuietButton>
        )
      }
    >
      <AddressFields look={look} isAskedElsewhere={choices.isSharedAskedBelow} />
      {problem === undefined ? null : (
        <UnderstandProblem problem={problem} look={look} onByHand={() => setByHandFor(look.address)} />
      )}
      {found === undefined ? null : (
        <UnderstandFound provider={found} choices={choices} onByHand={() => setByHandFor(look.address)} />
      )}
      {isByHand ? (
        <UnderstandByHand
          look={look}
          choice={choice}
          onBack={wantsToChoose && setup.provider !== undefined ? () => setByHandFor(undefined) : undefined}
        />
      ) : null}
      {found === undefined && problem === undefined && !isByHand ? <NotFoundYet setup={setup} look={look} /> : null}
    </StepPage>
  );
}

/** Nothing typed, or the look-up under way: the same places, filled with what there is to say. */
function NotFoundYet({ setup, look }: { readonly setup: SetupView; readonly look: { readonly address: string } }) {
  const isWorking = setup.steps.understand.kind === 'working';
  const { startedAt = 0, sources = [] } = setup.lookUp ?? {};
  const isSlow = useHasPassed(startedAt + showLinesAfterMs);
  return (
    <>
      {isWorking ? <LookingUp address={look.address} /> : <NothingFoundYet />}
      {isWorking && isSlow && sources.length > 0 ? (
        <LookUpLive sources={sources} />
      ) : (
        <div className="understand-drawing">
          <SignInExplained provider={undefined} wanted={[]} />
        </div>
      )}
    </>
  );
}
