// Step 7: the key comes only for the right person with the right permissions. Anything else is shown, and the person decides.
import { useTranslation } from 'react-i18next';
import { type Problem, problems } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { isClosed } from '../../shared/step-status.ts';
import { ask, useSetup } from '../setup/postkey-state.ts';
import { problemTitle } from '../setup/step-words.ts';
import { SecondaryButton } from '../ui/buttons.tsx';
import { StepPage } from '../ui/step-page.tsx';
import { Decisions } from './decisions.tsx';
import type { Fact } from './fact-list.tsx';
import { FactList } from './fact-list.tsx';
import { FailedPage } from './failed-page.tsx';
import { PeopleCompared } from './people-compared.tsx';
import { QuestionList } from './question-list.tsx';
import { ReopenButton } from './reopen-button.tsx';
import { allowedServices } from './scope-facts.ts';
import { WorkingPage } from './working-page.tsx';

export function TokenPage() {
  const { t } = useTranslation('pages-sign-in');
  const setup = useSetup();
  const status = setup.steps.token;
  const provider = setup.provider?.is.shortName ?? '';
  if (status.kind === 'failed') return <TokenStopped setup={setup} problem={status.problem} />;
  if (isClosed(status)) return <TokenClosed setup={setup} />;
  return (
    <WorkingPage
      step="token"
      status={status}
      title={t('token.working.title')}
      lead={t('token.working.lead', { provider })}
    >
      <QuestionList
        label={t('token.allowed.label')}
        questions={[
          { id: 'person', words: t('token.checks.person') },
          { id: 'scopes', words: t('token.checks.scopes') },
        ]}
      />
    </WorkingPage>
  );
}

const signInAgain = () => ask('token.decide', { decision: 'sign-in-again' });
const goOn = () => ask('token.decide', { decision: 'go-on' });

function useServiceFacts(setup: SetupView, markOfMissing: 'failed' | 'noted'): readonly Fact[] {
  const { t } = useTranslation('pages-sign-in');
  return allowedServices(setup).map(({ service, isAllowed }) => ({
    id: service,
    mark: isAllowed ? 'done' : markOfMissing,
    title: isAllowed ? t(`token.allowed.${service}`) : t(`token.missing.${service}.title`),
    text: isAllowed ? undefined : t(`token.missing.${service}.text`),
  }));
}

function TokenStopped({ setup, problem }: { readonly setup: SetupView; readonly problem: Problem }) {
  const { t } = useTranslation('pages-sign-in');
  const facts = useServiceFacts(setup, 'failed');
  const { person } = setup;
  if (problem.code === 'wrong-person' && person !== undefined) return <WrongPerson setup={setup} problem={problem} />;
  if (problem.code === 'scope-missing') {
    return (
      <FailedPage
        step="token"
        problem={problem}
        canGoOn
        lead={t('token.missing.lead', { name: person?.name || person?.signedInAs || setup.address || '' })}
        before={<FactList label={t('token.allowed.label')} facts={facts} />}
        onNext={signInAgain}
        onTryAgain={null}
        secondary={<SecondaryButton onPress={goOn}>{t('token.goOn.scopes')}</SecondaryButton>}
      />
    );
  }
  // A code is good for one try: trying again is signing in again, whatever else helps.
  const asksToSignIn = problems[problem.code].next === 'sign-in-again';
  const canGoOn = problem.code === 'person-unknown' || problem.code === 'no-renewal';
  return (
    <FailedPage
      step="token"
      problem={problem}
      canGoOn={canGoOn}
      onNext={asksToSignIn ? signInAgain : undefined}
      onTryAgain={asksToSignIn ? null : signInAgain}
      secondary={
        canGoOn ? <SecondaryButton onPress={goOn}>{t(`token.goOn.${problem.code}`)}</SecondaryButton> : undefined
      }
    />
  );
}

function WrongPerson({ setup, problem }: { readonly setup: SetupView; readonly problem: Problem }) {
  const { t } = useTranslation('pages-sign-in');
  const { person, purpose, approval } = setup;
  if (person === undefined) return null;
  const values = { typed: person.typed, signedInAs: person.signedInAs, name: person.name || person.signedInAs };
  // An account that exists keeps its mailbox; another one is another account. Where an administrator has to approve, it may be theirs.
  const canDecide = purpose === 'new-account' && approval === undefined && person.signedInAs !== '';
  return (
    <FailedPage
      step="token"
      problem={problem}
      before={<PeopleCompared person={person} />}
      onNext={signInAgain}
      onTryAgain={null}
    >
      {canDecide ? (
        <Decisions
          label={t('token.decide.label')}
          decisions={[
            {
              id: 'shared-mailbox',
              title: t('token.decide.shared.title', values),
              text: t('token.decide.shared.text', values),
              button: t('token.decide.shared.button'),
              onPress: () => ask('token.decide', { decision: 'shared-mailbox' }),
            },
            {
              id: 'use-signed-in-address',
              title: t('token.decide.use.title', values),
              text: t('token.decide.use.text', values),
              button: t('token.decide.use.button'),
              onPress: () => ask('token.decide', { decision: 'use-signed-in-address' }),
            },
          ]}
        />
      ) : null}
    </FailedPage>
  );
}

/** Who signed in, as it was compared: the address itself, an alias the provider named, the delegate of a shared mailbox. */
function usePersonFact(setup: SetupView, wasUnknown: boolean): Fact {
  const { t } = useTranslation('pages-sign-in');
  const { person, address = '' } = setup;
  const provider = setup.provider?.is.shortName ?? '';
  const signedInAs = person?.signedInAs || address;
  const id = 'person';
  if (wasUnknown)
    return { id, mark: 'noted', title: t('token.closed.unknown.title'), text: t('token.closed.unknown.text') };
  const title = t('token.closed.person.title');
  if (person !== undefined && person.expected !== person.typed) {
    return { id, mark: 'done', title, text: t('token.closed.person.delegate', { signedInAs, address }) };
  }
  const isTyped = signedInAs.toLowerCase() === address.toLowerCase();
  const text = isTyped
    ? t('token.closed.person.same', { signedInAs })
    : t('token.closed.person.alias', { signedInAs, address, provider });
  return { id, mark: 'done', title, text };
}

function TokenClosed({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation(['pages-sign-in', 'problems']);
  const status = setup.steps.token;
  const problem = status.kind === 'noted' ? status.problem : undefined;
  const personFact = usePersonFact(setup, problem?.code === 'person-unknown');
  const serviceFacts = useServiceFacts(setup, 'noted');
  const name = setup.person?.name || setup.person?.signedInAs || (setup.address ?? '');
  const facts: Fact[] = [personFact, ...serviceFacts];
  if (problem?.code === 'no-renewal') facts.push({ id: 'renewal', mark: 'noted', title: problemTitle(t, problem) });
  return (
    <StepPage
      step="token"
      title={t('token.closed.title', { name })}
      lead={problem === undefined ? t('token.closed.lead') : t('token.closed.leadNoted')}
      secondary={<ReopenButton step="request" words={t('token.closed.again')} />}
    >
      <FactList label={t('token.allowed.label')} facts={facts} />
    </StepPage>
  );
}
