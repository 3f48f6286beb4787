// The agent's page: a code as it was read out goes in, what it stands for comes out while one types. Lies over whatever is shown and
// changes nothing under it; Escape leads back to where one was.
import { ArrowLeft, X } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CodeMeaning, readCode } from '../../shared/read-code.ts';
import { QuietButton } from '../ui/buttons.tsx';
import { TextField } from '../ui/text-field.tsx';
import { AgentAnswer } from './agent-answer.tsx';
import './agent-page.css';
import { titleOfMeaning } from './tell-as.ts';

export function AgentPage({ onClose }: { readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('agent');
  const dialog = useModal();
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  const [text, setText] = useState('');
  /** Codes left for another by an answer, the last one last. */
  const [trail, setTrail] = useState<readonly string[]>([]);
  const [hasFollowed, setFollowed] = useState(false);
  const read = readCode(text);
  const shown = read.kind === 'found' ? read.meaning : undefined;

  useEffect(() => {
    // The button that led here is gone; reading goes on at the top of what it opened.
    if (!hasFollowed) return;
    setFollowed(false);
    heading.current?.focus({ preventScroll: true });
    dialog.current?.scrollTo?.({ top: 0 });
  }, [hasFollowed, dialog]);

  const follow = (code: string): void => {
    if (shown !== undefined) setTrail([...trail, shown.code]);
    setText(code);
    setFollowed(true);
  };
  const goBack = (code: string): void => {
    setTrail(trail.slice(0, -1));
    setText(code);
    setFollowed(true);
  };
  const last = trail.at(-1);
  const said = (meaning: CodeMeaning): string =>
    t('said', { code: meaning.code, title: titleOfMeaning(t, i18n.language, meaning) });
  return (
    <dialog
      className="agent"
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={onClose}
    >
      <header className="agent-head">
        <div className="agent-words">
          <h2 className="agent-title" id={titleId}>
            {t('title')}
          </h2>
          <p className="agent-lead-words">{t('lead')}</p>
        </div>
        <button type="button" className="agent-close" onClick={onClose} aria-label={t('close')} title={t('close')}>
          <X size={18} strokeWidth={1.75} aria-hidden="true" />
        </button>
      </header>
      <TextField
        label={t('field')}
        hint={t('hint')}
        value={text}
        onChange={(next) => {
          setText(next);
          setTrail([]);
        }}
        big
        mono
        dir="ltr"
        autoFocus
      />
      {last === undefined ? null : (
        <QuietButton
          size="small"
          icon={<ArrowLeft className="agent-turns" size={17} strokeWidth={1.75} aria-hidden="true" />}
          onPress={() => goBack(last)}
        >
          {t('back', { code: last })}
        </QuietButton>
      )}
      <p className="unseen" role="status">
        {read.kind === 'found' ? said(read.meaning) : null}
        {read.kind === 'near' ? t('saidNear', { count: read.meanings.length }) : null}
        {read.kind === 'unknown' ? t('unknown') : null}
      </p>
      {read.kind === 'unknown' ? <p>{t('unknown')}</p> : null}
      {read.kind === 'near' ? (
        <section className="agent-near" aria-label={t('near')}>
          <h3 className="agent-near-title">{t('near')}</h3>
          <ul className="agent-leads">
            {read.meanings.map((meaning) => (
              <li key={meaning.code}>
                <button type="button" className="agent-lead agent-lead-on" onClick={() => follow(meaning.code)}>
                  <span className="mono ltr">{meaning.code}</span>
                  <span>{titleOfMeaning(t, i18n.language, meaning)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {shown === undefined ? null : (
        <AgentAnswer key={shown.code} meaning={shown} heading={heading} onFollow={follow} />
      )}
    </dialog>
  );
}

/** Opens the dialog over the window, and gives the focus back to what had it. */
function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element === null) return;
    element.showModal();
    element.querySelector('input')?.focus();
    return () => {
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return dialog;
}
