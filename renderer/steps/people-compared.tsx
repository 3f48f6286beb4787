// Who was expected and who signed in, side by side, so that the eye compares. Shows; the page decides.
import { User } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../shared/setup-state.ts';
import { Mark } from '../ui/mark.tsx';
import './people-compared.css';

interface OneProps {
  readonly label: string;
  readonly name?: string | undefined;
  readonly address: string;
  readonly isOther?: boolean;
}

function One({ label, name, address, isOther }: OneProps) {
  return (
    <div className="person">
      <span className="person-picture" aria-hidden="true">
        <User size={22} strokeWidth={1.75} />
        {isOther ? <Mark state="failed" size={21} /> : null}
      </span>
      <div className="person-words">
        <p className="person-label">{label}</p>
        {name ? <p className="person-name">{name}</p> : null}
        <p className="person-address ltr">{address}</p>
      </div>
    </div>
  );
}

export function PeopleCompared({ person }: { readonly person: PersonView }) {
  const { t } = useTranslation('pages-sign-in');
  const isDelegate = person.expected !== person.typed;
  return (
    <div className="people">
      <One label={isDelegate ? t('token.people.delegate') : t('token.people.typed')} address={person.expected} />
      <One
        label={t('token.people.signedIn')}
        name={person.name}
        address={person.signedInAs || t('token.people.unknown')}
        isOther
      />
    </div>
  );
}
