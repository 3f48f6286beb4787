// How a program gets in. One way is a line; where there are several, the others are behind a quiet button, each with its why.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandOverChoice, HandOverSheet, HandOverWay } from '../../shared/hand-over.ts';
import { ask } from '../setup/postkey-state.ts';
import type { Refusal } from '../setup/use-ask.ts';
import { refusalIn } from '../setup/use-ask.ts';
import { FoldButton } from '../steps/fold-button.tsx';
import { PageRefusal } from '../steps/page-section.tsx';
import { announce } from '../ui/announce.tsx';
import { QuietButton } from '../ui/buttons.tsx';
import { RadioCards } from '../ui/choice.tsx';
import { RefusalWords } from '../ui/refusal-words.tsx';
import { openPrograms } from './programs-door.ts';
import { usePhrase } from './use-phrase.ts';

export function HandOverWays({ sheet }: { readonly sheet: HandOverSheet }) {
  const { t } = useTranslation(['programs', 'hand-over']);
  const say = usePhrase();
  const [isOpen, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const { accountId: id, program, way, choices } = sheet;
  const chosen = choices.find((choice) => choice.way === way);
  const open = choices.filter(({ verdict }) => verdict !== 'not-here');
  const shut = choices.filter(({ verdict }) => verdict === 'not-here');
  /** No way is open: all that can be said is why. */
  const isShut = open.length === 0;
  const titleOf = ({ way: each, verdict }: HandOverChoice): string =>
    t(verdict === 'best' ? 'ways.best' : 'ways.plain', { way: t(`hand-over:wayNames.${each}`) });

  const choose = async (wanted: HandOverWay): Promise<void> => {
    const answer = await ask('handOver.open', { id, program, way: wanted });
    setRefusal(refusalIn(answer));
    if (answer.accepted) announce(t('ways.changed', { way: t(`hand-over:wayNames.${wanted}`) }));
  };

  const nameOfWay = (): string => {
    if (isShut) return t('ways.shut');
    return chosen === undefined ? t(`hand-over:wayNames.${way}`) : titleOf(chosen);
  };

  return (
    <section className="sheet-ways" aria-labelledby="sheet-way">
      <div className="sheet-oauth">
        <h2 className="sheet-way-title">{t('sheet.oauth')}</h2>
        <p>{say(sheet.oauth)}</p>
      </div>
      <div className="sheet-way">
        <h2 id="sheet-way" className="sheet-way-title">
          {t('ways.title')}
        </h2>
        {/* Unfolded, it is the one that is marked. */}
        <p className="sheet-way-words" hidden={isOpen && open.length > 1}>
          <strong>{nameOfWay()}</strong>
          {chosen === undefined || isShut ? null : <span className="sheet-way-why">{say(chosen.why)}</span>}
        </p>
        {choices.length < 2 || isShut ? null : (
          <FoldButton
            words={t(open.length > 1 ? 'ways.other' : 'ways.whyNot')}
            isOpen={isOpen}
            controls="sheet-ways"
            onToggle={() => setOpen(!isOpen)}
          />
        )}
      </div>
      <div id="sheet-ways" className="sheet-ways-all" hidden={!isOpen && !isShut}>
        {isOpen && open.length > 1 ? (
          <RadioCards
            label={t('ways.title')}
            labelHidden
            options={open.map((choice) => ({ value: choice.way, title: titleOf(choice), text: say(choice.why) }))}
            value={way}
            onChange={(wanted) => void choose(wanted)}
          />
        ) : null}
        {isOpen || isShut
          ? shut.map((choice) => (
              <p key={choice.way} className="sheet-way-shut">
                <strong>{t('ways.not', { way: t(`hand-over:wayNames.${choice.way}`) })}</strong>
                <span className="sheet-way-why">{say(choice.why)}</span>
              </p>
            ))
          : null}
        {isShut ? (
          <div className="page-quiet">
            <QuietButton size="small" onPress={() => openPrograms({ kind: 'pick', id })}>
              {t('lines.another')}
            </QuietButton>
          </div>
        ) : null}
        {refusal === undefined ? null : (
          <PageRefusal>
            <RefusalWords refusal={refusal.refusal} values={refusal.values} />
          </PageRefusal>
        )}
      </div>
    </section>
  );
}
