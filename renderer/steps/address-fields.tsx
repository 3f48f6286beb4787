// The address, the largest thing on its page, and who signs in where the mailbox is shared. Draws; the hook reads and sends.
import { Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { QuietButton } from '../ui/buttons.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { AddressLookUp } from './use-address-look-up.ts';
import './address-fields.css';

export interface AddressFieldsProps {
  readonly look: AddressLookUp;
  /** The question whose mailbox it is stands elsewhere on the page. */
  readonly isAskedElsewhere: boolean;
}

export function AddressFields({ look, isAskedElsewhere }: AddressFieldsProps) {
  const { t } = useTranslation('pages-start');
  return (
    <div className="address-fields">
      <TextField
        big
        autoFocus
        label={look.isShared ? t('understand.address.shared') : t('understand.address.label')}
        labelHidden={!look.isShared || isAskedElsewhere}
        value={look.address}
        onChange={(text) => look.type('address', text)}
        onBlur={() => look.leave('address')}
        refusal={look.refusals.address}
        dir="ltr"
        inputMode="email"
        autoComplete="email"
        end={
          isAskedElsewhere ? undefined : (
            <QuietButton
              size="small"
              icon={<Users size={18} strokeWidth={1.75} />}
              onPress={look.toggleShared}
              expanded={look.isShared}
            >
              {t('understand.shared.button')}
            </QuietButton>
          )
        }
      />
      {look.isShared && !isAskedElsewhere ? <DelegateField look={look} /> : null}
    </div>
  );
}

export interface DelegateFieldProps {
  readonly look: AddressLookUp;
  readonly autoFocus?: boolean | undefined;
}

/** Who signs in where the mailbox is shared. */
export function DelegateField({ look, autoFocus }: DelegateFieldProps) {
  const { t } = useTranslation('pages-start');
  return (
    <TextField
      autoFocus={autoFocus}
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
  );
}
