// The questions to the caller, each with the answers one may hear: it is this, it is another code that opens, or it is for somebody else.
import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CodeMeaning } from '../../shared/read-code.ts';
import { Mark } from '../ui/mark.tsx';
import { type AgentAnswer, questionsFor } from './agent-questions.ts';

export interface AgentAsksProps {
  readonly meaning: CodeMeaning;
  readonly onFollow: (code: string) => void;
}

export function AgentAsks({ meaning, onFollow }: AgentAsksProps) {
  const { t } = useTranslation(['agent', 'explain']);
  return (
    <section className="agent-asks" aria-label={t('ask')}>
      <h4>{t('ask')}</h4>
      <ol>
        {questionsFor(meaning).map(({ id, ask, answers }) => (
          <li key={id} className="agent-ask">
            <p className="agent-ask-words">{t(ask)}</p>
            <ul className="agent-leads">
              {answers.map((answer) => (
                <li key={answer.words}>
                  <Lead answer={answer} onFollow={onFollow} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Lead({ answer, onFollow }: { readonly answer: AgentAnswer; readonly onFollow: (code: string) => void }) {
  const { t } = useTranslation(['agent', 'explain']);
  const { words, leads } = answer;
  if (leads === 'here' || leads === 'pass-on') {
    return (
      <p className="agent-lead agent-lead-here">
        <span>{t(words)}</span>
        <span className="agent-lead-end">
          <Mark state={leads === 'here' ? 'done' : 'noted'} size={17} />{' '}
          {t(leads === 'here' ? 'confirmed' : 'passItOn')}
        </span>
      </p>
    );
  }
  return (
    <button type="button" className="agent-lead agent-lead-on" onClick={() => onFollow(leads.code)}>
      <span>{t(words)}</span>
      <span className="agent-lead-end">
        <span className="mono ltr">{leads.code}</span>
        <ChevronRight className="agent-turns" size={17} strokeWidth={1.75} aria-hidden="true" />
      </span>
    </button>
  );
}
