// Step 1: the address, what was found about it, and what sign-in means. Asks for one thing; all else explains.
import { Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../shared/mail-provider.ts';
import { services } from '../../shared/mail-provider.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { isClosed } from '../../shared/step-status.ts';
import { ask, useSetup } from '../setup/postkey-state.ts';
import { problemTitle } from '../setup/step-words.ts';
import { PrimaryButton, QuietButton } from '../ui/buttons.tsx';
import { Cause } from '../ui/cause.tsx';
import { StepPage } from '../ui/step-page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ApprovalLine } from './approval-line.tsx';
import { ChooseProvider } from './choose-provider.tsx';
import { FoundProvider, LookingUp, NobodyKnows, NothingFoundYet } from './found-provider.tsx';
import { ReopenButton } from './reopen-button.tsx';
import { SignInExplained } from './sign-in-explained.tsx';
import type { AddressLookUp } from './use-address-look-up.ts';
import { useAddressLookUp } from './use-address-look-up.ts';
import { useProviderChoice } from './use-provider-choice.ts';
import { WantedServices } from './wanted-services.tsx';
import './understand.css';

export function UnderstandPage() {
  const setup = useSetup();
  return isClosed(setup.steps.understand) ? <UnderstandClosed /> : <UnderstandForm key={setup.id} />;
}

function UnderstandClosed() {
  const { t } = useTranslation('pages-start');
  const { provider, address = '', signsInAs, wanted, purpose } = useSetup();
  return (
    <StepPage
      step="understand"
      title={t('understand.closed.title', { provider: provider?.is.name ?? '' })}
      lead={
        signsInAs === undefined
          ? t('understand.closed.lead', { address })
          : t('understand.closed.leadShared', { address, signsInAs })
      }
      secondary={
        purpose === 'new-account' ? <ReopenButton step="understand" words={t('understand.closed.change')} /> : undefined
      }
    >
      {provider === undefined ? null : <FoundProvider provider={provider} address={address} />}
      <SignInExplained provider={provider?.is} wanted={wanted} />
      {provider === undefined ? null : <ApprovalLine provider={provider} />}
    </StepPage>
  );
}

function AddressFields({ look }: { readonly look: AddressLookUp }) {
  const { t } = useTranslation('pages-start');
  return (
    <div className="address-fields">
      <TextField
        big
        autoFocus
        label={look.isShared ? t('understand.address.shared') : t('understand.address.label')}
        labelHidden={!look.isShared}
        value={look.address}
        onChange={(text) => look.type('address', text)}
        onBlur={() => look.leave('address')}
        refusal={look.refusals.address}
        dir="ltr"
        inputMode="email"
        autoComplete="email"
        end={
          <QuietButton
            size="small"
            icon={<Users size={18} strokeWidth={1.75} />}
            onPress={look.toggleShared}
            expanded={look.isShared}
          >
            {t('understand.shared.button')}
          </QuietButton>
        }
      />
      {look.isShared ? (
        <TextField
          label={t('understand.shared.label')}
          hint={t('understand.shared.hint')}
          value={look.signsInAs}
          onChange={(text) => look.type('signsInAs', text)}
          onBlur={() => look.leave('signsInAs')}
          refusal={look.refusals.signsInAs}
          dir="ltr"
          inputMode="email"
          autoComplete="email"
        />
      ) : null}
    </div>
  );
}

interface WhatWasFoundProps {
  readonly look: AddressLookUp;
  readonly found: SetupView['provider'];
  readonly onChooseAnother: () => void;
}

function WhatWasFound({ look, found, onChooseAnother }: WhatWasFoundProps) {
  const status = useSetup().steps.understand;
  if (found !== undefined) {
    return <FoundProvider provider={found} address={look.address} onChooseAnother={onChooseAnother} />;
  }
  if (status.kind === 'working') return <LookingUp address={look.address} />;
  if (look.isLookedUp) return <NobodyKnows address={look.address} />;
  return status.kind === 'failed' ? null : <NothingFoundYet />;
}

function UnderstandForm() {
  const { t } = useTranslation(['pages-start', 'window', 'problems']);
  const setup = useSetup();
  const look = useAddressLookUp(setup);
  const choice = useProviderChoice();
  const [chosen, setChosen] = useState<readonly Service[] | undefined>();
  const [isMissing, setMissing] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const status = setup.steps.understand;

  const found = look.isLookedUp && !isChoosing ? setup.provider : undefined;
  const isUnknown = look.isLookedUp && (setup.provider === undefined || isChoosing);
  const problem = status.kind === 'failed' ? status.problem : undefined;
  const offered = services.filter((service) => found?.is.servers[service] !== undefined);
  const wanted = chosen?.filter((service) => offered.includes(service)) ?? setup.wanted;

  const lead = setup.practice ? t('understand.lead.practice') : t('understand.lead.usual');

  const goOn = async (): Promise<unknown> => {
    if (isUnknown) {
      const answer = await choice.send();
      if (answer?.accepted) setChoosing(false);
      return answer;
    }
    if (found === undefined) return look.lookUp();
    setMissing(wanted.length === 0);
    return wanted.length === 0 ? undefined : ask('understand.confirm', { wanted: [...wanted] });
  };

  return (
    <StepPage
      step="understand"
      title={problem === undefined ? t('understand.title') : problemTitle(t, problem)}
      lead={problem === undefined ? lead : t('well.understand')}
      onSubmit={goOn}
      primary={
        <PrimaryButton submit>
          {found === undefined ? t('window:buttons.continue') : t('understand.goOn')}
        </PrimaryButton>
      }
      secondary={
        setup.practice ? undefined : (
          <QuietButton onPress={() => ask('setup.start', { practice: true })}>{t('understand.practice')}</QuietButton>
        )
      }
    >
      <AddressFields look={look} />
      <WhatWasFound look={look} found={found} onChooseAnother={() => setChoosing(true)} />
      {problem === undefined ? null : <Cause step="understand" problem={problem} quiet onTryAgain={look.lookUp} />}
      {isUnknown ? <ChooseProvider choice={choice} /> : null}
      {isUnknown || problem !== undefined ? null : (
        <SignInExplained provider={found?.is} wanted={found === undefined ? [] : wanted} />
      )}
      {found === undefined ? null : (
        <>
          <ApprovalLine provider={found} />
          <WantedServices
            offered={offered}
            wanted={wanted}
            isMissing={isMissing && wanted.length === 0}
            onChange={(next) => {
              setChosen(next);
              setMissing(false);
            }}
          />
        </>
      )}
    </StepPage>
  );
}
