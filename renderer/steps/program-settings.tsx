// What a mail program asks for, line by line, each to copy: user names, servers, ports. Never a password: there is none.
import { useTranslation } from 'react-i18next';
import type { Ladder, SetupView } from '../../shared/setup-state.ts';
import { CopyLine } from '../ui/copy-line.tsx';
import { PageSection } from './page-section.tsx';
import './program-settings.css';

/** One name for all services, or one for each where they differ (Exchange reads a shared mailbox under its own name). */
function userNames(ladders: readonly Ladder[]): { readonly common?: string; readonly differ: boolean } {
  const names = new Set(ladders.map((ladder) => ladder.loginName));
  const [common] = names;
  return names.size === 1 && common !== undefined ? { common, differ: false } : { differ: true };
}

export function ProgramSettings({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation('pages-mail');
  const { ladders } = setup;
  const names = userNames(ladders);
  return (
    <PageSection title={t('configure.settings.title')}>
      <div className="program-settings">
        {names.common === undefined ? null : <CopyLine label={t('configure.settings.userName')} value={names.common} />}
        {ladders.map((ladder) => (
          <div key={ladder.service} className="program-server">
            <CopyLine label={t(`configure.settings.server.${ladder.service}`)} value={ladder.server.host} />
            <p className="program-port">
              {t(`configure.settings.port.${ladder.server.security}`, { port: ladder.server.port })}
            </p>
            {names.differ ? (
              <CopyLine label={t(`configure.settings.userNameFor.${ladder.service}`)} value={ladder.loginName} />
            ) : null}
          </div>
        ))}
      </div>
      <p>{t('configure.settings.password')}</p>
    </PageSection>
  );
}
