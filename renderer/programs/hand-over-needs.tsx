// What must be there before a sheet is of use, with the button that makes it, one after the other. Gone when all of it is there.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandOverSheet } from '../../shared/hand-over.ts';
import type { Answer } from '../../shared/ipc-contract.ts';
import { ask } from '../setup/postkey-state.ts';
import { announce } from '../ui/announce.tsx';
import { KindButton, QuietButton } from '../ui/buttons.tsx';
import { Mark } from '../ui/mark.tsx';
import { Well } from '../ui/well.tsx';
import { openPrograms } from './programs-door.ts';

type Need = HandOverSheet['needs'][number];

export interface HandOverNeedsProps {
  readonly sheet: HandOverSheet;
  /** Of the program, inside a sentence. */
  readonly name: string;
  /** The page's solid button is elsewhere. */
  readonly isSecond: boolean;
}

export function HandOverNeeds({ sheet, name, isSecond }: HandOverNeedsProps) {
  const { t } = useTranslation(['programs', 'bridge']);
  const { accountId: id, program, needs } = sheet;
  const heading = useRef<HTMLHeadingElement>(null);
  const pressed = useRef(false);
  const first = needs[0];

  useEffect(() => {
    // The button that was pressed is gone: the focus goes to what comes next.
    if (pressed.current && first !== undefined) heading.current?.focus();
    pressed.current = false;
  }, [first]);

  if (first === undefined) return null;
  const run = async (need: Need): Promise<Answer> => {
    pressed.current = true;
    const answer = await requestFor(need, id, program);
    if (answer.accepted) announce(t(`needs.${need}.done`, { program: name }));
    else pressed.current = false;
    return answer;
  };
  return (
    <Well tone="your-turn" label={t('needs.title')} className="sheet-needs">
      <h2 className="sheet-needs-title" ref={heading} tabIndex={-1}>
        {t('needs.title')}
      </h2>
      <ol className="sheet-needs-list">
        {needs.map((need, index) => (
          <li key={need} className="sheet-need">
            <Mark
              state={index === 0 ? 'needs-you' : 'waiting'}
              number={needs.length > 1 ? index + 1 : undefined}
              size={24}
            />
            <div className="sheet-need-words">
              <p className="sheet-need-title">{t(`needs.${need}.title`, { program: name })}</p>
              <p>{t(`needs.${need}.text`, { program: name })}</p>
              {index > 0 ? null : (
                <div className="sheet-need-buttons">
                  <KindButton kind={isSecond ? 'secondary' : 'primary'} size="small" onPress={() => run(need)}>
                    {t(`needs.${need}.button`)}
                  </KindButton>
                  {need === 'bridge-password' ? null : (
                    <QuietButton size="small" onPress={() => openPrograms({ kind: 'bridge', id })}>
                      {t('needs.more')}
                    </QuietButton>
                  )}
                </div>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Well>
  );
}

function requestFor(need: Need, id: string, program: HandOverSheet['program']): Promise<Answer> {
  switch (need) {
    case 'bridge-on':
      return ask('bridge.switch', { id, on: true });
    case 'bridge-password':
      return ask('bridge.addProgram', { id, program });
    case 'bridge-certificate':
      return ask('bridge.encrypt', { id, on: true });
  }
}
