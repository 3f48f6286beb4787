// One rung of a ladder: its mark, its name, its time, and the line it is: full, filling, snapped or dashes.
import { useTranslation } from 'react-i18next';
import type { Ladder, Rung, RungState } from '../../shared/ladder.ts';
import type { MarkState } from './mark.tsx';
import { Mark } from './mark.tsx';
import './rung.css';
import { RungCause } from './rung-cause.tsx';
import { useDuration } from './use-duration.ts';

const markOf: Record<RungState['kind'], MarkState | undefined> = {
  'not-tried': undefined,
  running: 'working',
  passed: 'done',
  broken: 'failed',
};

export interface RungRowProps {
  readonly rung: Rung;
  readonly ladder: Ladder;
  readonly now: number;
  /** A ladder beside it carries a name at this rung: same rungs stay at the same height. */
  readonly tall: boolean;
}

export function RungRow({ rung, ladder, now, tall }: RungRowProps) {
  const { t } = useTranslation('window');
  const state = ladder.rungs[rung];
  const mark = markOf[state.kind];
  return (
    <li className={`rung rung-${state.kind}${tall ? ' rung-tall' : ''}`}>
      {mark === undefined ? <span className="rung-dot" /> : <Mark state={mark} size={17} />}
      <span className="rung-name">{t(`ladder.rungs.${rung}`)}</span>
      <RungTime state={state} ladderBroke={ladder.state === 'broken'} now={now} />
      {state.kind === 'not-tried' ? null : <span className="unseen">{t(`ladder.rungStates.${state.kind}`)}</span>}
      {state.kind === 'broken' && ladder.problem !== undefined ? <RungCause problem={ladder.problem} /> : null}
      <RungLine state={state} deadlineAt={ladder.deadlineAt} now={now} />
    </li>
  );
}

function RungTime(props: { readonly state: RungState; readonly ladderBroke: boolean; readonly now: number }) {
  const { t } = useTranslation('window');
  const duration = useDuration();
  const { state, now } = props;
  switch (state.kind) {
    case 'not-tried':
      return props.ladderBroke ? <span className="rung-time">{t('ladder.rungStates.not-tried')}</span> : null;
    case 'running':
      return (
        <span className="rung-time" aria-hidden="true">
          {duration(Math.max(100, now - state.startedAt), true)}
        </span>
      );
    default:
      return <span className="rung-time">{duration(state.ms)}</span>;
  }
}

/** The rung itself: full, filled as far as its time has run, snapped, or dashes. */
function RungLine(props: { readonly state: RungState; readonly deadlineAt: number | undefined; readonly now: number }) {
  const { state, deadlineAt, now } = props;
  if (state.kind === 'broken') {
    return (
      <svg className="rung-snapped" aria-hidden="true">
        <line className="rung-half" x1="0" y1="1.5" x2="48%" y2="1.5" />
        <svg x="48%" overflow="visible" aria-hidden="true">
          <path className="rung-half rung-half-start" d="M0 1.5L12.5 10" />
        </svg>
        <svg x="48%" overflow="visible" aria-hidden="true">
          <path className="rung-half rung-half-end" d="M23 8L33.5 1.5" />
          <path className="rung-half" d="M33 1.5H3000" />
        </svg>
      </svg>
    );
  }
  if (state.kind !== 'running' || deadlineAt === undefined) return <span className="rung-line" />;
  const filled = Math.min(1, Math.max(0.02, (now - state.startedAt) / Math.max(1, deadlineAt - state.startedAt)));
  return (
    <span className="rung-line">
      <span className="rung-filled" style={{ inlineSize: `${(filled * 100).toFixed(1)}%` }} />
    </span>
  );
}
