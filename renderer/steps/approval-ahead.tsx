// Before the first sign-in, where an organisation will probably have to approve: says so, and offers the letter early. Small: one can
// as well find out by signing in.
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminConsentLink } from '../../shared/admin-consent-link.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { ApprovalLetter } from '../letters/approval-letter.tsx';
import { QuietButton } from '../ui/buttons.tsx';
import { Mark } from '../ui/mark.tsx';
import './approval-ahead.css';

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
      <p className="approval-ahead-line">
        <Mark state="needs-you" size={17} />
        <span>{organisation === undefined ? t('ahead.likely') : t('ahead.likely_named', { organisation })}</span>
        <QuietButton size="small" expanded={isShown} controls={id} onPress={() => setShown(!isShown)}>
          {isShown ? t('ahead.hide') : t('ahead.ask')}
        </QuietButton>
      </p>
      <div id={id} hidden={!isShown}>
        {isShown ? <ApprovalLetter quiet setup={setup} approval={approval} /> : null}
      </div>
    </div>
  );
}
