// What a mail program asks for, line by line, each to copy: user names, servers, ports. Never the password itself.
import { useTranslation } from 'react-i18next';
import type { Ladder } from '../../shared/ladder.ts';
import type { SetupView } from '../../shared/setup-state.ts';
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
  const { t, i18n } = useTranslation(['pages-mail', 'window']);
  const { ladders } = setup;
  const names = userNames(ladders);
  const byPassword = ladders.filter((ladder) => ladder.by === 'password');
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const services = list.format(byPassword.map(({ service }) => t(`window:ladder.services.${service}`)));
  const some =
    byPassword.length === 0 ? t('configure.settings.password') : t('configure.settings.byBoth', { services });
  const kind = setup.provider?.is.password?.kind ?? 'account';
  const secret = byPassword.length < ladders.length ? some : t(`configure.settings.byPassword.${kind}`);
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
      <p>{secret}</p>
    </PageSection>
  );
}
