// The doors of the bridge: for each service its port on this computer, and whether it is open. A taken one names who has it.
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeDoorView, BridgeView } from '../../shared/bridge.ts';
import { usePostkey } from '../setup/postkey-state.ts';
import { PageSection } from '../steps/page-section.tsx';
import { QuietButton, SecondaryButton } from '../ui/buttons.tsx';
import type { MarkState } from '../ui/mark.tsx';
import { Mark } from '../ui/mark.tsx';
import { movePort, nextPort, PortForm } from './port-form.tsx';

export function BridgeDoors({ bridge }: { readonly bridge: BridgeView }) {
  const { t } = useTranslation('bridge');
  const [changed, setChanged] = useState<string | undefined>();
  return (
    <PageSection title={t('doors.title')}>
      <p>{t('doors.text')}</p>
      <ul className="bridge-doors">
        {bridge.doors.map((door) => {
          const key = keyOf(door);
          return (
            <Door
              key={key}
              id={bridge.accountId}
              door={door}
              isChanged={changed === key}
              onChange={(isChanged) => setChanged(isChanged ? key : undefined)}
            />
          );
        })}
      </ul>
    </PageSection>
  );
}

const keyOf = ({ service, security }: BridgeDoorView): string => `${service}-${security}`;

const markOf: Readonly<Record<BridgeDoorView['state'], MarkState>> = {
  open: 'done',
  closed: 'waiting',
  taken: 'failed',
};

interface DoorProps {
  readonly id: string;
  readonly door: BridgeDoorView;
  readonly isChanged: boolean;
  readonly onChange: (isChanged: boolean) => void;
}

function Door({ id, door, isChanged, onChange }: DoorProps) {
  const { t } = useTranslation(['bridge', 'window']);
  const { bridges } = usePostkey();
  const title = useId();
  const { service, security, port, state, holder } = door;
  const name = t(`doors.names.${security}.${service}`);
  const free = nextPort(port, bridges);
  const stateWords =
    holder === undefined || state !== 'taken' ? t(`doors.states.${state}`) : t('doors.takenBy', { holder });
  return (
    <li className="bridge-door" aria-labelledby={title}>
      <Mark state={markOf[state]} size={20} />
      <p id={title} className="bridge-door-title">
        {t('doors.line', { name, port })}
      </p>
      <p className={`bridge-door-state bridge-door-${state}`}>{stateWords}</p>
      {isChanged ? null : (
        <div className="bridge-door-buttons">
          {state === 'taken' ? (
            <SecondaryButton size="small" onPress={() => movePort(t, { id, door, port: free })}>
              {t('doors.use', { port: free })}
            </SecondaryButton>
          ) : null}
          <QuietButton size="small" label={t('doors.changeOf', { name })} onPress={() => onChange(true)}>
            {t('doors.change')}
          </QuietButton>
        </div>
      )}
      {isChanged ? <PortForm id={id} door={door} onClose={() => onChange(false)} /> : null}
    </li>
  );
}
