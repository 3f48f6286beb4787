// The box in the help that explains a message from anywhere: pasted, looked at by main, answered below. Keeps the text only while it is
// open; shows nothing of it again but the part that main says decides.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, usePostkey } from '../setup/postkey-state.ts';
import { useAsk } from '../setup/use-ask.ts';
import { QuietButton, SecondaryButton } from '../ui/buttons.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import './explain-box.css';
import { ExplainedMessage } from './explained-message.tsx';

const mostCharacters = 100_000;

/** Of a log too long for a request, its beginning and its end: an error stands at one of them. */
function bothEnds(text: string): string {
  const half = mostCharacters / 2 - 1;
  return text.length <= mostCharacters ? text : `${text.slice(0, half)}\n${text.slice(-half)}`;
}

export function ExplainBox() {
  const { t } = useTranslation('explain');
  const { explained } = usePostkey();
  const [text, setText] = useState('');
  const asking = useAsk('help.explain');
  const answer = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (explained !== undefined) answer.current?.scrollIntoView?.({ block: 'nearest' });
  }, [explained]);

  const change = (next: string): void => {
    setText(next);
    asking.clear();
  };
  return (
    <div className="explain-box">
      <p>{t('box.text')}</p>
      <Form className="explain-form" onSubmit={() => asking.run({ text: bothEnds(text) })}>
        <TextField
          label={t('box.field')}
          labelHidden
          value={text}
          onChange={change}
          rows={4}
          mono
          dir="auto"
          {...asking.refusalOf('text')}
        />
        <SecondaryButton submit size="small">
          {t('box.explain')}
        </SecondaryButton>
      </Form>
      <div ref={answer} role="status" aria-label={t('box.result')}>
        {explained === undefined ? null : (
          <>
            <ExplainedMessage explained={explained} />
            <QuietButton
              size="small"
              onPress={() => {
                setText('');
                return ask('help.forget', {});
              }}
            >
              {t('box.forget')}
            </QuietButton>
          </>
        )}
      </div>
    </div>
  );
}
