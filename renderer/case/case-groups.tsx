// The lines of a case file, group by group, as main wrote them. A group can be folded; in the preview each line has a tick, and one
// without it is left out.
import { useTranslation } from 'react-i18next';
import type { CaseGroup, CaseLine } from '../../shared/case-draft.ts';
import '../ui/choice.css';
import './case-groups.css';

/** The parts that are left out, and how to say others. */
export interface LeavingOut {
  readonly parts: readonly string[];
  readonly onChange: (parts: readonly string[]) => void;
}

export interface CaseGroupsProps {
  readonly groups: readonly CaseGroup[];
  /** Absent: there is nothing to choose. */
  readonly leavingOut?: LeavingOut | undefined;
}

const isWithin = (part: string, whole: string): boolean => part === whole || part.startsWith(`${whole}.`);

export function CaseGroups({ groups, leavingOut }: CaseGroupsProps) {
  return (
    <div className="case-groups">
      {groups.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two accounts may have groups of one name
        <Group key={at} group={group} leavingOut={leavingOut} />
      ))}
    </div>
  );
}

function Group({
  group: { title, lines },
  leavingOut,
}: { readonly group: CaseGroup } & Pick<CaseGroupsProps, 'leavingOut'>) {
  const { t } = useTranslation('case-file');
  const parts = [...new Set(lines.flatMap(({ part }) => part ?? []))];
  const out = lines.filter(({ leftOut }) => leftOut).length;
  const isAllOut = out > 0 && lines.every(({ part, leftOut }) => part === undefined || leftOut);
  const count = lines.length;
  const toggleAll = (): void => {
    const others = leavingOut?.parts.filter((each) => !parts.some((part) => isWithin(part, each))) ?? [];
    leavingOut?.onChange(isAllOut ? others : [...others, ...parts]);
  };
  return (
    <details className="case-group" open>
      <summary className="case-group-head">
        <span className="case-group-title">{title}</span>
        <span className="case-group-count">
          {out === 0 ? t('preview.lines', { count }) : t('preview.linesLeftOut', { count, out })}
        </span>
      </summary>
      {leavingOut === undefined || parts.length < 2 ? null : (
        <button
          type="button"
          className="case-group-all"
          onClick={toggleAll}
          aria-label={t(isAllOut ? 'preview.putBackOf' : 'preview.leaveOutOf', { title })}
        >
          {t(isAllOut ? 'preview.putBack' : 'preview.leaveOut')}
        </button>
      )}
      <dl className={leavingOut === undefined ? 'case-lines' : 'case-lines case-lines-ticked'}>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines may be the same
          <Line key={at} line={line} number={at + 1} leavingOut={leavingOut} />
        ))}
      </dl>
    </details>
  );
}

interface LineProps extends Pick<CaseGroupsProps, 'leavingOut'> {
  readonly line: CaseLine;
  /** In its group, from 1. */
  readonly number: number;
}

function Line({ line: { label, value, part, leftOut }, number, leavingOut }: LineProps) {
  const { t } = useTranslation('case-file');
  const isWhole = label === undefined;
  const names = ['case-line', isWhole ? 'case-line-whole' : '', leftOut ? 'case-line-out' : ''];
  const toggle = (whole: string): void => {
    const parts = leavingOut?.parts ?? [];
    leavingOut?.onChange(leftOut ? parts.filter((each) => !isWithin(whole, each)) : [...parts, whole]);
  };
  return (
    <div className={names.filter((name) => name !== '').join(' ')}>
      <dt>
        {leavingOut === undefined || part === undefined ? null : (
          <input
            type="checkbox"
            className="choice-input case-line-tick"
            checked={!leftOut}
            onChange={() => toggle(part)}
            aria-label={isWhole ? t('preview.keepLine', { number }) : t('preview.keep', { label })}
          />
        )}
        {isWhole ? <span className="unseen">{number}</span> : label}
      </dt>
      <dd className={isWhole ? 'mono' : undefined} dir="auto">
        {leftOut ? <del>{value}</del> : value}
      </dd>
    </div>
  );
}
