// Everything that is laid down here, in plain words, and under it where that stands; first what of it cannot be read.
import { useTranslation } from 'react-i18next';
import { codeOfPage } from '../../shared/page-code.ts';
import type { PolicyInForce, PolicyPlace } from '../../shared/policy.ts';
import {
  type FindPolicyWords,
  type PolicyLine,
  policyLines,
  sayPolicyFault,
  sayPolicyLine,
} from '../../shared/policy-lines.ts';
import { Stamp } from '../ui/stamp.tsx';
import './policy-list.css';

interface PlaceLines {
  readonly by: PolicyPlace;
  readonly lines: readonly PolicyLine[];
}

/** Each place once, in the order in which its first line is told. */
function byPlace(lines: readonly PolicyLine[]): readonly PlaceLines[] {
  const places = [...new Set(lines.map(({ by }) => by.place))];
  return places.flatMap((place) => {
    const here = lines.filter(({ by }) => by.place === place);
    const [first] = here;
    return first ? [{ by: first.by, lines: here }] : [];
  });
}

export function PolicyList({ policy }: { readonly policy: PolicyInForce }) {
  const { t, i18n } = useTranslation('policy');
  const find: FindPolicyWords = (key, values) => t(key, { ...values });
  return (
    <div className="policy-list">
      <div className="policy-list-head">
        <p>{t('lead')}</p>
        <Stamp code={codeOfPage('policy')} small />
      </div>
      {policy.troubles.map((trouble) => (
        <p key={`${trouble.place} ${trouble.field}`} className="policy-list-broken">
          {t(trouble.level === 'user' ? 'broken.whereUser' : 'broken.where', {
            place: trouble.place,
            reason: sayPolicyFault(trouble, find),
          })}
        </p>
      ))}
      {byPlace(policyLines(policy)).map(({ by, lines }) => (
        <section key={by.place}>
          <ul className="policy-list-lines">
            {lines.map((line) => (
              <li key={line.key}>{sayPolicyLine(line, find, i18n.language)}</li>
            ))}
          </ul>
          <p className="policy-list-place">{t(`from.${by.level}`, { place: by.place })}</p>
        </section>
      ))}
    </div>
  );
}
