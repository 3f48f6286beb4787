// For whoever sees no page or is stuck: the page again, the link to copy, another browser, the address to paste, another device. All lead back here.
import { Check, Copy, Smartphone } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusalCode } from '../../shared/refusal.ts';
import type { SetupView, WaitView } from '../../shared/setup-state.ts';
import { ask } from '../setup/postkey-state.ts';
import { useAsk } from '../setup/use-ask.ts';
import { announce } from '../ui/announce.tsx';
import { QuietButton, SecondaryButton } from '../ui/buttons.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Well } from '../ui/well.tsx';
import { ApprovalPageQuestion } from './approval-page-question.tsx';
import './lifeguard.css';

function CopyTheLink() {
  const { t } = useTranslation('pages-sign-in');
  const [isCopied, setCopied] = useState(false);
  return (
    <QuietButton
      size="small"
      icon={isCopied ? <Check size={16} strokeWidth={1.75} /> : <Copy size={16} strokeWidth={1.75} />}
      onPress={async () => {
        const answer = await ask('response.copyLink', {});
        setCopied(answer.accepted);
        if (answer.accepted) announce(t('response.link.copied'));
        return answer;
      }}
    >
      {isCopied ? t('response.link.copied') : t('response.link.button')}
    </QuietButton>
  );
}

/** For a closed tab: the same page in the browser it opened in first. */
function OpenAgain() {
  const { t } = useTranslation('pages-sign-in');
  return (
    <SecondaryButton onPress={() => ask('response.openIn', { browser: '' })}>{t('response.openAgain')}</SecondaryButton>
  );
}

const BrowserMenu = lazy(async () => ({ default: (await import('./browser-menu.tsx')).BrowserMenu }));

function OtherBrowsers({ browsers }: { readonly browsers: WaitView['otherBrowsers'] }) {
  const { t } = useTranslation('pages-sign-in');
  const [first] = browsers;
  if (first === undefined) return null;
  return (
    <div className="lifeguard-part">
      <p>{t('response.browser.label')}</p>
      {browsers.length === 1 ? (
        <SecondaryButton onPress={() => ask('response.openIn', { browser: first.id })}>{first.name}</SecondaryButton>
      ) : (
        <Suspense fallback={null}>
          <BrowserMenu browsers={browsers} />
        </Suspense>
      )}
    </div>
  );
}

function PasteTheAddress({ setup, wait }: { readonly setup: SetupView; readonly wait: WaitView }) {
  const { t } = useTranslation('pages-sign-in');
  const [text, setText] = useState('');
  const asking = useAsk('response.paste');
  const host = setup.provider?.is.signIn === 'microsoft' ? 'localhost' : '127.0.0.1';
  // Main types it as text so that old records stay readable; it is one of the refusals.
  const earlier = wait.pasteRefusal as RefusalCode | undefined;
  const refused = asking.refusalOf('paste');
  return (
    <Form className="lifeguard-part lifeguard-paste" onSubmit={() => asking.run({ text })}>
      <div className="lifeguard-row">
        <TextField
          label={t('response.paste.label')}
          value={text}
          onChange={(typed) => {
            setText(typed);
            asking.clear();
          }}
          refusal={refused?.refusal ?? (text === '' ? earlier : undefined)}
          placeholder={`http://${host}:…`}
          dir="ltr"
          autoComplete="off"
        />
        <SecondaryButton submit>{t('response.paste.button')}</SecondaryButton>
      </div>
    </Form>
  );
}

export function Lifeguard({ setup, wait }: { readonly setup: SetupView; readonly wait: WaitView }) {
  const { t } = useTranslation('pages-sign-in');
  return (
    <Well className="lifeguard" label={t('response.stuck.title')}>
      <div className="lifeguard-head">
        <p className="lifeguard-title">
          <strong>{t('response.stuck.title')}</strong> <span>{t('response.stuck.text')}</span>
        </p>
        <CopyTheLink />
      </div>
      <div className="lifeguard-parts">
        <div className="lifeguard-part">
          <p>{t('response.link.label')}</p>
          <OpenAgain />
        </div>
        <OtherBrowsers browsers={wait.otherBrowsers} />
        <PasteTheAddress setup={setup} wait={wait} />
      </div>
      {setup.provider?.is.deviceCode ? (
        <div className="lifeguard-device">
          <Smartphone size={18} strokeWidth={1.75} aria-hidden="true" />
          <span>{t('response.device.question')}</span>
          <QuietButton size="small" onPress={() => ask('flow.choose', { way: 'device' })}>
            {t('response.device.button')}
          </QuietButton>
        </div>
      ) : null}
      <ApprovalPageQuestion provider={setup.provider?.is} />
    </Well>
  );
}
