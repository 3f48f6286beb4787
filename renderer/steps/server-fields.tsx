// Host, port and kind of encryption of one server, as three fields. The text is the parent's; refusals stand at their field.
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Security, Service } from '../../shared/mail-provider.ts';
import type { RefusalCode } from '../../shared/refusal.ts';
import { TextField } from '../ui/text-field.tsx';
import type { ServerDraft } from './server-draft.ts';
import { withSecurity } from './server-draft.ts';
import './server-fields.css';

export interface ServerFieldsProps {
  readonly service: Service;
  readonly draft: ServerDraft;
  readonly onChange: (draft: ServerDraft) => void;
  readonly refusals: { readonly host?: RefusalCode | undefined; readonly port?: RefusalCode | undefined };
  readonly autoFocus?: boolean | undefined;
}

export function ServerFields({ service, draft, onChange, refusals, autoFocus }: ServerFieldsProps) {
  const { t } = useTranslation('pages-start');
  const id = useId();
  return (
    <fieldset className="server-fields">
      <legend>{t(`servers.legend.${service}`)}</legend>
      <TextField
        label={t('servers.host')}
        value={draft.host}
        onChange={(host) => onChange({ ...draft, host })}
        refusal={refusals.host}
        dir="ltr"
        mono
        autoFocus={autoFocus}
      />
      <TextField
        label={t('servers.port')}
        value={draft.port}
        onChange={(port) => onChange({ ...draft, port })}
        refusal={refusals.port}
        dir="ltr"
        mono
        inputMode="numeric"
      />
      <div className="server-security">
        <label htmlFor={id}>{t('servers.security')}</label>
        <select
          id={id}
          value={draft.security}
          onChange={(event) => onChange(withSecurity(service, draft, event.target.value as Security))}
        >
          <option value="tls">{t('servers.tls')}</option>
          <option value="starttls">{t('servers.starttls')}</option>
        </select>
      </div>
    </fieldset>
  );
}
