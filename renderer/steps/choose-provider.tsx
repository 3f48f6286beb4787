// Where nobody published how mail works at a domain: the person says who the provider is. Draws no picture of failure.
import { useTranslation } from 'react-i18next';
import { services } from '../../shared/mail-provider.ts';
import { RadioCards } from '../ui/choice.tsx';
import { RefusalWords } from '../ui/refusal-words.tsx';
import { TextField } from '../ui/text-field.tsx';
import { PageRefusal } from './page-section.tsx';
import { ServerFields } from './server-fields.tsx';
import type { ProviderChoice } from './use-provider-choice.ts';
import './choose-provider.css';

function OtherProvider({ choice }: { readonly choice: ProviderChoice }) {
  const { t } = useTranslation('pages-start');
  const { refusals } = choice;
  return (
    <div className="other-provider">
      {choice.kind === 'openid' ? (
        <TextField
          label={t('choose.issuer.label')}
          hint={t('choose.issuer.hint')}
          value={choice.issuer}
          onChange={choice.typeIssuer}
          refusal={refusals.issuer}
          dir="ltr"
          mono
          inputMode="url"
        />
      ) : null}
      <p className="other-provider-servers">{t('choose.servers')}</p>
      {refusals.servers === undefined ? null : (
        <PageRefusal>
          <RefusalWords refusal={refusals.servers} />
        </PageRefusal>
      )}
      {services.map((service) => (
        <ServerFields
          key={service}
          service={service}
          draft={choice.drafts[service]}
          onChange={(draft) => choice.typeServer(service, draft)}
          refusals={{ host: refusals[`${service}.host`], port: refusals[`${service}.port`] }}
        />
      ))}
      <TextField
        label={t('choose.loginName.label')}
        hint={t('choose.loginName.hint')}
        value={choice.loginName}
        onChange={choice.typeLoginName}
        refusal={refusals.loginName}
        dir="ltr"
        mono
      />
    </div>
  );
}

export function ChooseProvider({ choice }: { readonly choice: ProviderChoice }) {
  const { t } = useTranslation('pages-start');
  return (
    <div className="choose-provider">
      <RadioCards
        label={t('choose.label')}
        columns
        options={[
          { value: 'microsoft', title: t('choose.microsoft.title'), text: t('choose.microsoft.text') },
          { value: 'google', title: t('choose.google.title'), text: t('choose.google.text') },
          { value: 'openid', title: t('choose.openid.title'), text: t('choose.openid.text') },
          { value: 'password', title: t('choose.password.title'), text: t('choose.password.text') },
        ]}
        value={choice.kind}
        onChange={choice.choose}
      />
      {choice.isMissing ? <PageRefusal>{t('choose.missing')}</PageRefusal> : null}
      {choice.kind === 'openid' || choice.kind === 'password' ? <OtherProvider choice={choice} /> : null}
    </div>
  );
}
