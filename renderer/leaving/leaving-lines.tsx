// The lines of a leaving, each with its mark and what came of it, as the steps have them.
import { useTranslation } from 'react-i18next';
import { type LeavingLine, type LeavingPart, type LeavingView, leavingParts } from '../../shared/leaving.ts';
import { Mark, type MarkState } from '../ui/mark.tsx';
import { lineWords, writeTime } from './leaving-words.ts';

export function markOfLine({ kind }: LeavingLine): MarkState {
  return kind === 'asks' ? 'needs-you' : kind;
}

export function LeavingLines({ leaving }: { readonly leaving: LeavingView }) {
  const { t } = useTranslation(['leaving', 'steps', 'window']);
  return (
    <ol className="leaving-lines" aria-label={t('leaving:lines.label')}>
      {leavingParts.map((part, at) => (
        <Line key={part} leaving={leaving} part={part} number={at + 1} />
      ))}
    </ol>
  );
}

interface LineProps {
  readonly leaving: LeavingView;
  readonly part: LeavingPart;
  readonly number: number;
}

function Line({ leaving, part, number }: LineProps) {
  const { t, i18n } = useTranslation(['leaving', 'steps', 'window']);
  const line: LeavingLine = leaving.lines[part];
  const words = lineWords(t, i18n.language, leaving, part, line);
  return (
    <li className={`leaving-line leaving-line-${line.kind}`} data-part={part}>
      <Mark state={markOfLine(line)} number={line.kind === 'waiting' ? number : undefined} size={24} />
      <div>
        <h2 className="leaving-line-title">{t(`leaving:lines.${part}.title`)}</h2>
        <span className="unseen">{t(`steps:states.${markOfLine(line)}`)}</span>
        {words === undefined ? null : <p className="leaving-line-words">{words}</p>}
      </div>
      {'result' in line ? <time className="leaving-line-time mono">{writeTime(i18n.language, line.at)}</time> : null}
    </li>
  );
}
