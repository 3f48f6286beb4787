// A proxy of the person's network wants a name and a password. What is typed goes to main once and is kept nowhere here.
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProxyAsk } from '../../shared/network-state.ts';
import { ask } from '../setup/postkey-state.ts';
import { useAsk } from '../setup/use-ask.ts';
import { PrimaryButton, SecondaryButton } from '../ui/buttons.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import './proxy-dialog.css';

export function ProxyDialog({ asked }: { readonly asked: ProxyAsk }) {
  const { t } = useTranslation('network');
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const sending = useAsk('proxy.signIn');
  const { host, port, realm, refused } = asked;

  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Main takes it away when somebody else has answered, or nobody did; then the page behind must answer again.
    return () => shown?.close();
  }, []);

  const decline = () => ask('proxy.decline', {});
  return (
    <dialog
      className="proxy-dialog"
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        void decline();
      }}
    >
      <Form className="proxy-form" onSubmit={() => sending.run({ name, password })}>
        <h2 className="proxy-title" id={id}>
          {t('proxy.title')}
        </h2>
        <p>{t('proxy.text', { host, port })}</p>
        {realm === '' ? null : <p>{t('proxy.realm', { realm })}</p>}
        {refused ? <Notice tone="note" title={t('proxy.refused')} live /> : null}
        <TextField
          label={t('proxy.name')}
          value={name}
          onChange={(text) => {
            setName(text);
            sending.clear();
          }}
          {...sending.refusalOf('name')}
          dir="ltr"
          autoComplete="off"
          autoFocus
        />
        <TextField
          label={t('proxy.password')}
          hint={t('proxy.kept')}
          value={password}
          onChange={setPassword}
          dir="ltr"
          secret
          autoComplete="off"
        />
        <div className="proxy-buttons">
          <SecondaryButton onPress={decline}>{t('proxy.decline')}</SecondaryButton>
          <PrimaryButton submit>{t('proxy.send')}</PrimaryButton>
        </div>
      </Form>
    </dialog>
  );
}
