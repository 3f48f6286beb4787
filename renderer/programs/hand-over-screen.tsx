// One screen of a mail program: its title with its number, and each field as the program calls it, with what to type or to pick.
import { useTranslation } from 'react-i18next';
import type { HandOverField, HandOverScreen, HandOverSheet } from '../../shared/hand-over.ts';
import { ask } from '../setup/postkey-state.ts';
import { QuietButton } from '../ui/buttons.tsx';
import { CopyLine } from '../ui/copy-line.tsx';
import { Mark } from '../ui/mark.tsx';
import { usePhrase } from './use-phrase.ts';

export interface HandOverScreenProps {
  readonly screen: HandOverScreen;
  readonly number: number;
  readonly sheet: HandOverSheet;
  /** The bridge's password is not asked for above. */
  readonly canMakePassword: boolean;
}

export function HandOverScreenView({ screen, number, sheet, canMakePassword }: HandOverScreenProps) {
  const { t } = useTranslation('programs');
  const say = usePhrase();
  const title = say(screen.title);
  return (
    <li className="sheet-screen">
      <h2 className="sheet-screen-title">
        <Mark state="waiting" number={number} size={24} />
        <span className="sheet-screen-number" aria-hidden="true">
          {number}.
        </span>
        <span className="unseen">{t('sheet.screen', { number, title })}</span>
        <span aria-hidden="true">{title}</span>
      </h2>
      <div className="sheet-screen-body">
        {screen.lead === undefined ? null : <p className="sheet-lead">{say(screen.lead)}</p>}
        {screen.fields.map((field, index) => (
          <FieldLine
            // biome-ignore lint/suspicious/noArrayIndexKey: the fields of a screen keep their order
            key={index}
            field={field}
            sheet={sheet}
            canMakePassword={canMakePassword}
          />
        ))}
      </div>
    </li>
  );
}

interface FieldLineProps extends Pick<HandOverScreenProps, 'sheet' | 'canMakePassword'> {
  readonly field: HandOverField;
}

function FieldLine({ field, sheet, canMakePassword }: FieldLineProps) {
  const { t } = useTranslation('programs');
  const say = usePhrase();
  const label = say(field.label);
  const note = field.note === undefined ? undefined : say(field.note);
  if (field.value !== undefined) return <CopyLine label={label} value={field.value} hint={note} />;
  const { accountId: id, program } = sheet;
  return (
    <div className="copy-line">
      <span className="copy-line-label">{label}</span>
      <span className="copy-line-value copy-line-words sheet-words">
        {field.choose === undefined ? t(`sheet.secret.${field.secret ?? 'mail-password'}`) : say(field.choose)}
      </span>
      {field.secret === 'bridge-password' && canMakePassword ? (
        <span className="sheet-new-password">
          <QuietButton size="small" onPress={() => ask('bridge.addProgram', { id, program })}>
            {t('sheet.newPassword')}
          </QuietButton>
        </span>
      ) : null}
      {note === undefined ? null : <p className="copy-line-hint">{note}</p>}
    </div>
  );
}
