// The address, the largest thing on its page, and who signs in where the mailbox is shared. Draws; the hook reads and sends.
import { Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { QuietButton } from '../ui/buttons.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { AddressLookUp } from './use-address-look-up.ts';
import './address-fields.css';

export function AddressFields({ look }: { readonly look: AddressLookUp }) {
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
