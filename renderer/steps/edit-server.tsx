// Another server for one service, typed by the person; then the ladders are climbed anew. Keeps unsent text only.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../shared/ipc-contract.ts';
import type { Ladder } from '../../shared/ladder.ts';
import type { Service } from '../../shared/mail-provider.ts';
import { ask, useSetup } from '../setup/postkey-state.ts';
import { PrimaryButton, QuietButton, SecondaryButton } from '../ui/buttons.tsx';
import { RadioCards } from '../ui/choice.tsx';
import { Form } from '../ui/form.tsx';
import { Well } from '../ui/well.tsx';
import { focusWhenRefused } from './focus-refused.ts';
import { FoundServer } from './found-server.tsx';
import type { ServerDraft } from './server-draft.ts';
import { draftOf, readServer } from './server-draft.ts';
import { ServerFields } from './server-fields.tsx';
import { foundServer } from './use-overruling.ts';
import './edit-server.css';

export interface EditServerProps {
  readonly ladders: readonly Ladder[];
  /** Shown first. */
  readonly service: Service;
  readonly onClose: () => void;
}

export function EditServer({ ladders, service: first, onClose }: EditServerProps) {
  const { t } = useTranslation(['pages-mail', 'window', 'look-up']);
  const [service, setService] = useState<Service>(first);
  const [drafts, setDrafts] = useState<Partial<Record<Service, ServerDraft>>>({});
  const [isSent, setSent] = useState(false);
  const server = ladders.find((ladder) => ladder.service === service)?.server;
  const draft = drafts[service] ?? draftOf(service, server);
  const setup = useSetup();
  const found = foundServer(setup, service);
  const isTyped = setup.typed?.servers[service] !== undefined;
  const read = readServer(draft);
  const refusals = isSent && !read.ok ? { [read.field]: read.refusal } : {};

  const send = async (): Promise<Answer | undefined> => {
    setSent(true);
    if (!read.ok) return undefined;
    const answer = await ask('test.editServer', { service, server: read.server });
    if (answer.accepted) onClose();
    return answer;
  };

  return (
    <Well label={t('test.edit.title')}>
      <Form className="edit-server" onSubmit={() => focusWhenRefused(send())}>
        {ladders.length > 1 ? (
          <RadioCards
            label={t('test.edit.which')}
            columns
            options={ladders.map((ladder) => ({
              value: ladder.service,
              title: t(`window:ladder.services.${ladder.service}`),
              text: `${ladder.server.host}:${ladder.server.port}`,
            }))}
            value={service}
            onChange={(chosen) => {
              setService(chosen);
              setSent(false);
            }}
          />
        ) : null}
        <ServerFields
          key={service}
          service={service}
          draft={draft}
          onChange={(next) => setDrafts((before) => ({ ...before, [service]: next }))}
          refusals={refusals}
          autoFocus
        />
        {isTyped && found !== undefined ? (
          <div className="edit-server-found">
            <p>
              <FoundServer server={found} />
            </p>
            <QuietButton
              size="small"
              onPress={() => setDrafts((before) => ({ ...before, [service]: draftOf(service, found) }))}
            >
              {t('look-up:servers.back')}
            </QuietButton>
          </div>
        ) : null}
        <div className="edit-server-buttons">
          <SecondaryButton onPress={onClose}>{t('test.edit.close')}</SecondaryButton>
          <PrimaryButton submit>{t('test.edit.button')}</PrimaryButton>
        </div>
      </Form>
    </Well>
  );
}
