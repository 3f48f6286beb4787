// Three ladders side by side, one per service, with the same rungs at the same height; a rung that broke is drawn snapped.
import { useTranslation } from 'react-i18next';
import type { Ladder as LadderView, Rung, RungState } from '../../shared/setup-state.ts';
import { rungs } from '../../shared/setup-state.ts';
import { formatLocale } from '../setup/format-locale.ts';
import './ladder.css';
import type { MarkState } from './mark.tsx';
import { Mark } from './mark.tsx';
import { useNow } from './use-now.ts';

export interface LaddersProps {
  readonly ladders: readonly LadderView[];
}

/** Side by side, in the order given. */
export function Ladders({ ladders }: LaddersProps) {
  return (
    <div className={`ladders ladders-${ladders.length}`}>
      {ladders.map((ladder) => (
        <Ladder key={ladder.service} ladder={ladder} />
      ))}
    </div>
  );
}

const markOf: Record<RungState['kind'], MarkState | undefined> = {
  'not-tried': undefined,
  running: 'working',
  passed: 'done',
  broken: 'failed',
};

export function Ladder({ ladder }: { readonly ladder: LadderView }) {
  const { t } = useTranslation('window');
  const now = useNow(100, ladder.state === 'climbing');
  const climbed = rungs.filter((rung) => ladder.rungs[rung].kind === 'passed').length;
  const name = t(`ladder.services.${ladder.service}`);
  return (
    <section className={`ladder ladder-${ladder.state}`} aria-label={name}>
      <h2 className="ladder-head">
        {name}{' '}
        <span className="ladder-purpose">{t(ladder.service === 'smtp' ? 'ladder.sending' : 'ladder.receiving')}</span>
      </h2>
      <p className="ladder-server mono ltr">
        {ladder.server.host}:{ladder.server.port}
      </p>
      <ol className={`ladder-rungs ladder-climbed-${climbed}`}>
        {rungs.map((rung) => (
          <RungRow key={rung} rung={rung} ladder={ladder} now={now} />
        ))}
      </ol>
      <LadderResult ladder={ladder} now={now} />
    </section>
  );
}

function RungRow({ rung, ladder, now }: { readonly rung: Rung; readonly ladder: LadderView; readonly now: number }) {
  const { t } = useTranslation('window');
  const state = ladder.rungs[rung];
  const mark = markOf[state.kind];
  return (
    <li className={`rung rung-${state.kind}`}>
      {mark === undefined ? <span className="rung-dot" /> : <Mark state={mark} size={17} />}
      <span className="rung-name">{t(`ladder.rungs.${rung}`)}</span>
      <RungTime state={state} ladderBroke={ladder.state === 'broken'} now={now} />
      {state.kind === 'not-tried' ? null : <span className="unseen">{t(`ladder.rungStates.${state.kind}`)}</span>}
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

function LadderResult({ ladder, now }: { readonly ladder: LadderView; readonly now: number }) {
  const { t } = useTranslation('window');
  const duration = useDuration();
  const at =
    rungs.find((rung) => ladder.rungs[rung].kind === 'running' || ladder.rungs[rung].kind === 'broken') ?? 'name';
  const words = {
    waiting: () => t('ladder.results.waiting'),
    climbing: () => t(`ladder.results.climbing.${at}`),
    passed: () =>
      ladder.messages === undefined
        ? t('ladder.results.passed')
        : t('ladder.results.passedMessages', { count: ladder.messages }),
    broken: () => t(`ladder.results.broken.${at}`),
  };
  const left = ladder.deadlineAt === undefined ? undefined : Math.max(0, Math.ceil((ladder.deadlineAt - now) / 1000));
  return (
    <p className="ladder-result">
      <strong>{words[ladder.state]()}</strong>
      {ladder.totalMs === undefined ? null : <span>{duration(ladder.totalMs)}</span>}
      {ladder.state === 'climbing' && left !== undefined ? <span>{t('ladder.upTo', { value: left })}</span> : null}
    </p>
  );
}

/** Writes a duration: milliseconds below one second, then seconds with one place. */
function useDuration(): (ms: number, alwaysSeconds?: boolean) => string {
  const { t, i18n } = useTranslation('window');
  return (ms, alwaysSeconds = false) => {
    if (ms < 1000 && !alwaysSeconds) return t('ladder.ms', { value: Math.round(ms) });
    const seconds = new Intl.NumberFormat(formatLocale(i18n.language), {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
    return t('ladder.s', { value: seconds.format(ms / 1000) });
  };
}
