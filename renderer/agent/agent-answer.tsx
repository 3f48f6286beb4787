// What a code stands for, for the agent: at one side what the caller sees, at the other what to ask, what it can mean, what helps from
// afar, and when to pass it on.
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import causeMessages from '../../shared/causes/cause-messages.json';
import { type Actor, type ProblemCode, problems } from '../../shared/problem.ts';
import type { CodeMeaning } from '../../shared/read-code.ts';
import { ActorPicture } from '../ui/actor-picture.tsx';
import { AgentAsks } from './agent-asks.tsx';
import { CallerPicture } from './caller-picture.tsx';
import { causeButtons, pageButtons, pageWordsOf } from './page-words.ts';
import { tellAs, titleOfMeaning } from './tell-as.ts';

export interface AgentAnswerProps {
  readonly meaning: CodeMeaning;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** Opens another code from an answer of the caller. */
  readonly onFollow: (code: string) => void;
}

export function AgentAnswer({ meaning, heading, onFollow }: AgentAnswerProps) {
  const { t, i18n } = useTranslation(['agent', 'explain', 'problems', 'window', 'steps']);
  const isCause = meaning.kind === 'cause';
  const own = isCause ? `agent:causes.${meaning.cause}` : `agent:pages.${pageWordsOf(meaning.page)}`;
  const said = (key: string): string => tellAs(t, i18n.language, key);
  const title = titleOfMeaning(t, i18n.language, meaning);
  const keys = isCause ? causeButtons(meaning.cause, meaning.step) : (pageButtons[pageWordsOf(meaning.page)] ?? []);
  const buttons = [...new Set(keys.map(said))];
  const sees = isCause
    ? [said(`problems:${meaning.cause}.what`), said(`problems:${meaning.cause}.next`)]
    : [t(`${own}.sees`)];
  return (
    <article className="agent-answer" aria-label={t('result')}>
      <header className="agent-answer-head">
        <span className={isCause ? 'agent-code agent-code-stopped' : 'agent-code'}>{meaning.code}</span>
        <h3 className="agent-answer-title" ref={heading} tabIndex={-1}>
          {title}
        </h3>
      </header>
      <div className="agent-side">
        <h4>{t('sees')}</h4>
        <CallerPicture meaning={meaning} title={title} buttons={buttons} />
        {sees.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {i18n.exists(`${own}.beside`) ? (
          <>
            <h4>{t('besidePostkey')}</h4>
            <p>{t(`${own}.beside`)}</p>
          </>
        ) : null}
        {buttons.length === 0 ? null : (
          <>
            <h4>{t('buttons')}</h4>
            <ul className="agent-buttons">
              {buttons.map((button) => (
                <li key={button}>{button}</li>
              ))}
            </ul>
          </>
        )}
        {isCause ? <Who actor={problems[meaning.cause].actor} /> : null}
      </div>
      <div className="agent-main">
        <AgentAsks meaning={meaning} onFollow={onFollow} />
        <h4>{t('means')}</h4>
        <Lines words={t(`${own}.means`)} />
        {isCause ? <Mending cause={meaning.cause} /> : null}
        <h4>{t('afar')}</h4>
        <p>{i18n.exists(`${own}.afar`) ? t(`${own}.afar`) : t('goOn')}</p>
        <h4>{t('passOn')}</h4>
        <p>{i18n.exists(`${own}.passOn`) ? t(`${own}.passOn`) : t('ownCode')}</p>
        {isCause && i18n.exists(`problems:${meaning.cause}.it`) ? (
          <>
            <h4>{t('forIt')}</h4>
            <p>{said(`problems:${meaning.cause}.it`)}</p>
          </>
        ) : null}
        {isCause ? <Messages cause={meaning.cause} /> : null}
      </div>
    </article>
  );
}

function Who({ actor }: { readonly actor: Actor }) {
  const { t } = useTranslation('agent');
  return (
    <>
      <h4>{t('who')}</h4>
      <p className="agent-who">
        <ActorPicture actor={actor} /> {t(`actors.${actor}`)}
      </p>
    </>
  );
}

/** What the caller does, in order, and whether trying again helps. */
function Mending({ cause }: { readonly cause: keyof typeof problems }) {
  const { t, i18n } = useTranslation(['explain', 'agent']);
  return (
    <>
      <h4>{t('agent:steps')}</h4>
      {i18n.exists(`explain:steps.${cause}`) ? <Lines words={t(`steps.${cause}`)} /> : null}
      <p>{t(problems[cause].retryHelps ? 'box.retryHelps' : 'box.retryDoesNotHelp')}</p>
    </>
  );
}

const messagesOf: Readonly<Partial<Record<ProblemCode, string>>> = causeMessages;

/** What servers and pages say when they mean this; not said on a page of Postkey's. */
function Messages({ cause }: { readonly cause: ProblemCode }) {
  const { t } = useTranslation('agent');
  const messages = messagesOf[cause]?.split('\n') ?? [];
  return messages.length === 0 ? null : (
    <>
      <h4>{t('messages')}</h4>
      <ul className="agent-messages">
        {messages.map((message) => (
          <li key={message}>
            <code className="mono ltr">{message}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

function Lines({ words }: { readonly words: string }) {
  return (
    <ol className="agent-lines">
      {words.split('\n').map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  );
}
