// A proxy of the person's network wants a name and a password. What is typed goes to main once and is kept nowhere here.
import { Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProxyAsk } from '../../shared/network-state.ts';
import { ask } from '../setup/postkey-state.ts';
import { useAsk } from '../setup/use-ask.ts';
import { PrimaryButton, SecondaryButton } from '../ui/buttons.tsx';
import '../ui/confirm-dialog.css';
import { Form } from '../ui/form.tsx';
import { Kit } from '../ui/kit.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import './proxy-dialog.css';

export function ProxyDialog({ asked }: { readonly asked: ProxyAsk }) {
  const { t } = useTranslation('network');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const sending = useAsk('proxy.signIn');
  const { host, port, realm, refused } = asked;
  const decline = () => ask('proxy.decline', {});
  return (
    <Kit>
      <Dialog open modalType="alert" onOpenChange={(_event, data) => data.open || void decline()}>
        <DialogSurface className="confirm">
          <DialogBody>
            <DialogTitle className="confirm-title">{t('proxy.title')}</DialogTitle>
            <DialogContent className="confirm-text">
              <Form className="proxy-form" onSubmit={() => sending.run({ name, password })}>
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
                <div className="confirm-buttons proxy-buttons">
                  <SecondaryButton onPress={decline}>{t('proxy.decline')}</SecondaryButton>
                  <PrimaryButton submit>{t('proxy.send')}</PrimaryButton>
                </div>
              </Form>
            </DialogContent>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </Kit>
  );
}
