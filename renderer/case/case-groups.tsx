// The lines of a case file, group by group, as main wrote them. The first group stands open; a group can be folded.
import { useTranslation } from 'react-i18next';
import type { CaseGroup } from '../../shared/case-draft.ts';
import './case-groups.css';

export function CaseGroups({
  groups,
  open = true,
}: {
  readonly groups: readonly CaseGroup[];
  readonly open?: boolean;
}) {
  const { t } = useTranslation('case-file');
  return (
    <div className="case-groups">
      {groups.map(({ title, lines }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two accounts may have groups of one name
        <details key={at} className="case-group" open={open}>
          <summary className="case-group-head">
            <span className="case-group-title">{title}</span>
            <span className="case-group-count">{t('preview.lines', { count: lines.length })}</span>
          </summary>
          <dl className="case-lines">
            {lines.map(({ label, value }, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines may be the same
              <div key={line} className={label === undefined ? 'case-line case-line-whole' : 'case-line'}>
                {label === undefined ? <dt className="unseen">{line + 1}</dt> : <dt>{label}</dt>}
                <dd className={label === undefined ? 'mono' : undefined} dir="auto">
                  {value}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </div>
  );
}
