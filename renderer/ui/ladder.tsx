// Three ladders side by side, one per service, with the same rungs at the same height; a rung that broke is drawn snapped.
import { useTranslation } from 'react-i18next';
import type { Ladder as LadderView, Rung } from '../../shared/ladder.ts';
import { rungs } from '../../shared/ladder.ts';
import './ladder.css';
import { RungRow } from './rung-row.tsx';
import { useDuration } from './use-duration.ts';
import { useNow } from './use-now.ts';

export interface LaddersProps {
  readonly ladders: readonly LadderView[];
}

/** Side by side, in the order given. */
export function Ladders({ ladders }: LaddersProps) {
  // Where one of them broke and says why.
  const tall = rungs.filter((rung) =>
    ladders.some((ladder) => ladder.problem !== undefined && ladder.rungs[rung].kind === 'broken'),
  );
  return (
    <div className={`ladders ladders-${ladders.length}`}>
      {ladders.map((ladder) => (
        <Ladder key={ladder.service} ladder={ladder} tall={tall} />
      ))}
    </div>
  );
}

function Ladder({ ladder, tall }: { readonly ladder: LadderView; readonly tall: readonly Rung[] }) {
  const { t } = useTranslation('window');
  const now = useNow(100, ladder.state === 'climbing');
  const climbed = rungs.filter((rung) => ladder.rungs[rung].kind === 'passed');
  const tallClimbed = climbed.filter((rung) => tall.includes(rung)).length;
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
      <ol className={`ladder-rungs ladder-climbed-${climbed.length} ladder-tall-${tallClimbed}`}>
        {rungs.map((rung) => (
          <RungRow key={rung} rung={rung} ladder={ladder} now={now} tall={tall.includes(rung)} />
        ))}
      </ol>
      <LadderResult ladder={ladder} now={now} />
      {ladder.state === 'passed' && ladder.insteadOf !== undefined ? (
        <p className="ladder-known-as">{t('ladder.knownAs', { name: ladder.loginName })}</p>
      ) : null}
    </section>
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
