// The sheet of one mail program: what must be there first, how it gets in, then its own screens in the order in which they ask. Drawn
// from the snapshot alone; fit to be printed and to be read out on the telephone.
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HandOverSheet } from '../../shared/hand-over.ts';
import { ask, usePostkey } from '../setup/postkey-state.ts';
import { PageSection } from '../steps/page-section.tsx';
import { QuietButton } from '../ui/buttons.tsx';
import { HandOverFileView } from './hand-over-file.tsx';
import { HandOverNeeds } from './hand-over-needs.tsx';
import './hand-over-page.css';
import { HandOverScreenView } from './hand-over-screen.tsx';
import { HandOverWays } from './hand-over-ways.tsx';
import { PasswordWell } from './password-well.tsx';
import './print-sheet.css';
import { ProgramsFrame } from './programs-frame.tsx';
import { usePhrase } from './use-phrase.ts';

export interface HandOverPageProps {
  readonly sheet: HandOverSheet;
  readonly address: string;
}

const close = (): void => void ask('handOver.close', {});

export function HandOverPage({ sheet, address }: HandOverPageProps) {
  const { t } = useTranslation(['programs', 'window']);
  const say = usePhrase();
  const { bridgePassword } = usePostkey();
  const { accountId, program, needs, screens, files, later } = sheet;
  const title = t(`window:programs.${program}`);
  // Inside a sentence.
  const name = program === 'other' ? t('other.inside') : title;
  const shown =
    bridgePassword?.accountId === accountId && bridgePassword.program === program ? bridgePassword : undefined;
  return (
    <ProgramsFrame
      page="sheet"
      className="hand-over"
      address={address}
      title={title}
      lead={t(screens.length + files.length === 0 ? 'sheet.leadShut' : 'sheet.lead')}
      onBack={close}
      isDone={needs.length === 0 && shown === undefined}
      start={
        <QuietButton icon={<Printer size={18} strokeWidth={1.75} aria-hidden="true" />} onPress={() => window.print()}>
          {t('sheet.print')}
        </QuietButton>
      }
    >
      <HandOverNeeds sheet={sheet} name={name} isSecond={shown !== undefined} />
      {shown === undefined ? null : <PasswordWell shown={shown} name={name} />}
      <HandOverWays sheet={sheet} />
      {screens.length === 0 ? null : (
        <ol className="sheet-screens">
          {screens.map((screen, index) => (
            <HandOverScreenView
              // biome-ignore lint/suspicious/noArrayIndexKey: the screens of a sheet keep their order
              key={index}
              screen={screen}
              number={index + 1}
              sheet={sheet}
              canMakePassword={shown === undefined && !needs.includes('bridge-password')}
            />
          ))}
        </ol>
      )}
      {files.map((file) => (
        <HandOverFileView key={file.id} file={file} />
      ))}
      {later.length === 0 ? null : (
        <PageSection title={t('sheet.later')}>
          <ul className="sheet-later">
            {later.map((phrase) => (
              <li key={phrase.key}>{say(phrase)}</li>
            ))}
          </ul>
        </PageSection>
      )}
    </ProgramsFrame>
  );
}
