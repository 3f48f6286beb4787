// The programs that have a password of the bridge: since when, last used when, and the way to take it back.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeProgramView, BridgeView } from '../../shared/bridge.ts';
import { fromNow } from '../accounts/from-now.ts';
import { openPrograms, openSheet } from '../programs/programs-door.ts';
import { formatLocale } from '../setup/format-locale.ts';
import { ask } from '../setup/postkey-state.ts';
import { PageSection } from '../steps/page-section.tsx';
import { announce } from '../ui/announce.tsx';
import { QuietButton, SecondaryButton } from '../ui/buttons.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useNow } from '../ui/use-now.ts';

export function BridgePrograms({ bridge }: { readonly bridge: BridgeView }) {
  const { t, i18n } = useTranslation(['bridge', 'programs', 'window']);
  const now = useNow(20_000, true);
  const [revoking, setRevoking] = useState<BridgeProgramView | undefined>();
  const { accountId: id, programs } = bridge;
  const date = new Intl.DateTimeFormat(formatLocale(i18n.language), { dateStyle: 'medium' });
  const nameOf = ({ program }: BridgeProgramView): string => t(`window:programs.${program}`);
  const insideOf = (each: BridgeProgramView): string =>
    each.program === 'other' ? t('programs:other.inside') : nameOf(each);
  const revoke = async ({ id: programId }: BridgeProgramView, program: string) => {
    const answer = await ask('bridge.revoke', { id, programId });
    if (answer.accepted) announce(t('programs.revoked', { program }));
    return answer;
  };
  return (
    <PageSection title={t('programs.title')}>
      {programs.length === 0 ? <p>{t('programs.none')}</p> : null}
      <ul className="bridge-lines">
        {programs.map((each) => (
          <li key={each.id} className="bridge-program">
            <p className="bridge-program-words">
              <strong>{nameOf(each)}</strong>
              <span className="bridge-program-used">
                {each.lastUsedAt === undefined
                  ? t('programs.unused', { date: date.format(each.madeAt) })
                  : t('programs.used', {
                      ago: fromNow(each.lastUsedAt, now, i18n.language),
                      date: date.format(each.madeAt),
                    })}
              </span>
            </p>
            <QuietButton
              size="small"
              label={t('programs.sheetOf', { program: nameOf(each) })}
              onPress={() => openSheet(id, each.program)}
            >
              {t('programs.sheet')}
            </QuietButton>
            <SecondaryButton
              size="small"
              label={t('programs.revokeOf', { program: nameOf(each) })}
              onPress={() => setRevoking(each)}
            >
              {t('programs.revoke')}
            </SecondaryButton>
          </li>
        ))}
      </ul>
      <div className="page-quiet">
        <QuietButton size="small" onPress={() => openPrograms({ kind: 'pick', id })}>
          {t('programs.add')}
        </QuietButton>
      </div>
      {revoking === undefined ? null : (
        <ConfirmDialog
          title={t('programs.question.title', { program: insideOf(revoking) })}
          text={t('programs.question.text')}
          yes={t('programs.question.yes')}
          no={t('programs.question.no')}
          onYes={() => revoke(revoking, nameOf(revoking))}
          onClose={() => setRevoking(undefined)}
        />
      )}
    </PageSection>
  );
}
