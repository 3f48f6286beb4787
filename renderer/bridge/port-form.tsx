// Changing the port of a door. What cannot be a port is said before anything is asked; whether it is free, main looks.
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeDoorView, BridgeView } from '../../shared/bridge.ts';
import type { Answer } from '../../shared/ipc-contract.ts';
import type { RefusalCode } from '../../shared/refusal.ts';
import { ask } from '../setup/postkey-state.ts';
import { type Refusal, refusalIn } from '../setup/use-ask.ts';
import { announce } from '../ui/announce.tsx';
import { QuietButton, SecondaryButton } from '../ui/buttons.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';

const lowest = 1024;
const highest = 65_535;

/** The next one that no bridge of Postkey has; whether another program has it is not known here. */
export function nextPort(port: number, bridges: readonly BridgeView[]): number {
  const own = new Set(bridges.flatMap(({ doors }) => doors.map((door) => door.port)));
  for (let next = port + 1; next <= highest; next += 1) if (!own.has(next)) return next;
  return lowest;
}

interface Move {
  readonly id: string;
  readonly door: BridgeDoorView;
  readonly port: number;
}

export async function movePort(t: TFunction<['bridge', 'window']>, { id, door, port }: Move): Promise<Answer> {
  const { service, security } = door;
  const answer = await ask('bridge.port', { id, service, security, port });
  if (answer.accepted) announce(t('doors.moved', { name: t(`doors.names.${security}.${service}`), port }));
  return answer;
}

export interface PortFormProps {
  readonly id: string;
  readonly door: BridgeDoorView;
  readonly onClose: () => void;
}

export function PortForm({ id, door, onClose }: PortFormProps) {
  const { t } = useTranslation(['bridge', 'window']);
  const [typed, setTyped] = useState(String(door.port));
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const send = async (): Promise<void> => {
    const port = Number(typed.trim());
    if (!/^\d+$/u.test(typed.trim()) || port < lowest || port > highest) {
      setRefusal({ refusal: 'bridge-port-odd' satisfies RefusalCode });
      return;
    }
    if (port === door.port) return onClose();
    const answer = await movePort(t, { id, door, port });
    setRefusal(refusalIn(answer));
    if (answer.accepted) onClose();
  };
  return (
    <Form className="bridge-port" onSubmit={send}>
      <TextField
        label={t('doors.port')}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          setRefusal(undefined);
        }}
        mono
        dir="ltr"
        inputMode="numeric"
        autoFocus
        refusal={refusal?.refusal}
        values={refusal?.values}
        hint={t('doors.portHint')}
      />
      <div className="bridge-port-buttons">
        <SecondaryButton size="small" submit>
          {t('doors.usePort')}
        </SecondaryButton>
        <QuietButton size="small" onPress={onClose}>
          {t('window:buttons.cancel')}
        </QuietButton>
      </div>
    </Form>
  );
}
