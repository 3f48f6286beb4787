// What exactly IT has to do, for whoever is their own IT: setting, menus and commands, each to copy. Draws from `it-request`: load
// those words before it is drawn.
import { useTranslation } from 'react-i18next';
import { type ItRequestAbout, type ItStep, itRequest, type Script } from '../../shared/it-requests/it-request.ts';
import { problems } from '../../shared/problem.ts';
import { CopyButton, CopyLine } from '../ui/copy-line.tsx';
import { Well } from '../ui/well.tsx';
import './it-request-steps.css';
import { writePath } from './write-it-request.ts';

export interface ItRequestStepsProps {
  readonly about: ItRequestAbout;
  /** Where fewer are certain than `about` leads to. */
  readonly steps?: readonly ItStep[] | undefined;
}

export function ItRequestSteps({ about, steps = itRequest(about) }: ItRequestStepsProps) {
  const { t } = useTranslation('it-request');
  return (
    <Well label={t('fold.open')} className="it-steps">
      <p>{t(problems[about.cause].actor === 'app' ? 'fold.leadApp' : 'fold.lead')}</p>
      {steps.map((step, at) => (
        <Step key={step.id} step={step} number={at + 1} clientId={about.clientId} />
      ))}
    </Well>
  );
}

interface StepProps {
  readonly step: ItStep;
  readonly number: number;
  readonly clientId: string | undefined;
}

function Step({ step, number, clientId = 'CLIENT-ID' }: StepProps) {
  const { t } = useTranslation('it-request');
  const { id, setting, page, path, command, check, reach, takes, verified } = step;
  return (
    <div className="it-step">
      <h3>{t('fold.number', { number, what: t(`parts.${id}.do`, { clientId }) })}</h3>
      <div>
        <CopyLine label={t('label.setting')} value={setting} words />
        {page === undefined ? null : <CopyLine label={t('label.page')} value={page} />}
        <CopyLine label={t('label.path')} value={writePath(path)} words />
      </div>
      {command === undefined ? null : <ScriptLines label={t('label.command')} script={command} />}
      {check === undefined ? null : <ScriptLines label={t('label.check')} script={check} />}
      <p className="it-step-facts">
        {t('letter.line', { label: t('label.reach'), value: t(`reach.${reach}`) })}
        <br />
        {t('letter.line', { label: t('label.takes'), value: t(`takes.${takes}`) })}
      </p>
      <p className="it-step-facts">{t(`parts.${id}.keep`)}</p>
      {verified ? null : <p className="it-step-facts">{t('unverified')}</p>}
    </div>
  );
}

function ScriptLines({ label, script }: { readonly label: string; readonly script: Script }) {
  const { t } = useTranslation('it-request');
  const text = [script.connect, ...script.lines].filter((line) => line !== undefined).join('\n');
  return (
    <div className="it-script">
      <p className="it-script-label">{t('letter.script', { label, shell: t(`shells.${script.shell}`) })}</p>
      <pre className="mono ltr">{text}</pre>
      <CopyButton label={label} text={text} />
    </div>
  );
}
