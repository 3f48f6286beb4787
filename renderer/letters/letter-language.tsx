// In which language the letter is: the person's, or English, which administrators elsewhere read. Nothing to choose where both are one.
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

export interface LetterLanguageProps {
  /** The window's. */
  readonly own: string;
  readonly chosen: string;
  readonly onChoose: (language: string) => void;
}

/** A language by its own name: "Deutsch". */
function nameOf(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

export function LetterLanguage({ own, chosen, onChoose }: LetterLanguageProps) {
  const { t } = useTranslation('approval');
  const name = useId();
  if (own.split('-')[0] === 'en') return null;
  return (
    <fieldset className="letter-language">
      <legend className="unseen">{t('letter.language')}</legend>
      {[own, 'en'].map((language) => (
        <label key={language} className={language === chosen ? 'letter-language-chosen' : ''}>
          <input
            type="radio"
            className="unseen"
            name={name}
            value={language}
            checked={language === chosen}
            onChange={() => onChoose(language)}
          />
          <span lang={language}>{nameOf(language)}</span>
        </label>
      ))}
    </fieldset>
  );
}
