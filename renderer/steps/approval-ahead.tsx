// Before the first sign-in, where an organisation will probably have to approve: says so, and offers the letter early. Small: one can
// as well find out by signing in.
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminConsentLink } from '../../shared/admin-consent-link.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { ApprovalLetter } from '../letters/approval-letter.tsx';
import { QuietButton } from '../ui/buttons.tsx';
import './approval-ahead.css';
import { VerdictLine } from './verdict-line.tsx';

export function ApprovalAhead({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation('approval');
  const id = useId();
  const [isShown, setShown] = useState(false);
  const { provider, registration } = setup;
  if (provider === undefined || registration === undefined) return null;
  const { is, organisation } = provider;
  const { clientId } = registration;
  const scopes = setup.scopes.map((each) => each.scope);
  const adminLink = adminConsentLink({ ...is, clientId, scopes });
  const approval = {
    clientId,
    permissions: setup.scopes.map(({ service, scope }) => ({ service, official: scope })),
    ...(adminLink === undefined ? {} : { adminLink }),
    ...(is.tenant === undefined ? {} : { tenant: is.tenant }),
  };
  return (
    <div className="approval-ahead">
      <VerdictLine verdict="needs-you">
        {organisation === undefined ? t('ahead.likely') : t('ahead.likely_named', { organisation })}
      </VerdictLine>
      <div className="approval-ahead-button">
        <QuietButton size="small" expanded={isShown} controls={id} onPress={() => setShown(!isShown)}>
          {isShown ? t('ahead.hide') : t('ahead.ask')}
        </QuietButton>
      </div>
      <div id={id} hidden={!isShown}>
        {isShown ? <ApprovalLetter quiet setup={setup} approval={approval} /> : null}
      </div>
    </div>
  );
}
