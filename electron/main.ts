// The packing list: joins the world, Postkey and the watch, opens the window. Holds no thinking about accounts, steps or providers.
import './desktop/polyfill.ts';
import { join } from 'node:path';
import { app, nativeTheme, powerMonitor } from 'electron';
import { updatesOf } from '../shared/policy.ts';
import { caseDesk, makeCase, wholeCase } from './case-desk.ts';
import { readCommand } from './cli/read-command.ts';
import { appOrigin } from './desktop/app-files.ts';
import { setAppMenu } from './desktop/app-menu.ts';
import { declareAppScheme, serveApp } from './desktop/app-scheme.ts';
import { readCommandLine } from './desktop/command-line.ts';
import { followConnection } from './desktop/follow-connection.ts';
import { denyPermissions, guardNavigation } from './desktop/guard-navigation.ts';
import { claimLinks, hearOpenings } from './desktop/hear-openings.ts';
import { inJournal, openLog, silenceOthers, strayIntoStandardError, toStandardError } from './desktop/keep-journal.ts';
import { lookForSecretService } from './desktop/key-store-cipher.ts';
import { startMainWords } from './desktop/main-words.ts';
import { nameForWindows } from './desktop/name-for-windows.ts';
import { openSettings } from './desktop/open-settings.ts';
import { saidHere } from './desktop/opened-words.ts';
import { personDesktop } from './desktop/person-desktop.ts';
import { personCases, personFiles, personProgramFiles } from './desktop/person-files.ts';
import { readPresetBeside } from './desktop/preset-beside.ts';
import { readStart } from './desktop/read-start.ts';
import { showNotice } from './desktop/show-notice.ts';
import { claimSingleInstance, type OneStart } from './desktop/single-instance.ts';
import { systemClock } from './desktop/system-clock.ts';
import { tokenCommand } from './desktop/token-command.ts';
import { openUpdates } from './desktop/updates/open-updates.ts';
import { makePresetDesk } from './discovery/preset/make-preset-desk.ts';
import { makeFurtherStarts } from './further-starts.ts';
import { handOverDesk } from './hand-over-desk.ts';
import { makeAnnouncer } from './ipc/announce-state.ts';
import { serveContract } from './ipc/serve-contract.ts';
import { keepHealth } from './keep-health.ts';
import { makeLife } from './life.ts';
import { readPolicyHere } from './policy/read-policy-here.ts';
import { languagesOf, languageToSpeak } from './policy-languages.ts';
import { openAsAsked } from './setup/open-as-asked.ts';
import { makePostkey } from './setup/postkey.ts';
import { handlersOf } from './setup/postkey-requests.ts';
import { holdWindowDoor } from './window-door.ts';
import { makeWindowWorld } from './window-world.ts';

silenceOthers();
nameForWindows();
declareAppScheme();
guardNavigation(appOrigin);
lookForSecretService();

let comeBack: () => void = () => undefined;
const furtherStarts = makeFurtherStarts(() => comeBack());
const firstStart: OneStart = { words: process.argv.slice(1), folder: process.cwd() };
const started = readCommandLine(saidHere(firstStart.words));

const command = readCommand(firstStart.words, app.getAppPath());

if (command) {
  app.whenReady().then(answerCommand).catch(giveUp);
} else if (claimSingleInstance(firstStart, furtherStarts.hear)) {
  hearOpenings(furtherStarts.hear);
  app.whenReady().then(start).catch(giveUp);
} else {
  app.quit();
}

/** Without a window, and beside one that may be open. */
async function answerCommand(): Promise<void> {
  if (!command) return;
  const { runCommand } = await import('./command-main.ts');
  strayIntoStandardError(giveUp);
  const [userData, version, language] = [app.getPath('userData'), app.getVersion(), app.getLocale()];
  app.exit(await runCommand(command, { start: firstStart, userData, version, language }));
}

/** Nothing can be shown without these parts: the reason goes to standard error, and Postkey ends. */
function giveUp(error: unknown): void {
  toStandardError('Postkey could not start:', error);
  app.exit(1);
}

async function start(): Promise<void> {
  const { now } = systemClock;
  const folder = app.getPath('userData');
  const logFolder = join(folder, 'logs');
  const policy = await readPolicyHere(folder);
  const { log, logUnexpected, names } = openLog(folder, logFolder, policy.inForce.settings.logLevel);
  const door = await holdWindowDoor({ profile: folder, logUnexpected });
  const { memory, sayIn } = openSettings(folder, now(), log.from('settings'));
  nativeTheme.themeSource = memory.preferences().theme;

  denyPermissions();
  setAppMenu();
  serveApp(join(app.getAppPath(), 'out', 'renderer'));
  const iconPath = join(app.getAppPath(), 'out', 'renderer', 'icon.png');
  const contents = () => life.window.current()?.webContents ?? null;
  const announcer = makeAnnouncer(contents);
  const words = await startMainWords(
    languageToSpeak(policy.inForce, started.language ?? memory.preferences().language, app.getLocale()),
  );
  const { language, direction } = words;
  const life = makeLife({
    window: {
      url: `${appOrigin}/index.html`,
      preloadPath: join(app.getAppPath(), 'out', 'preload', 'preload.cjs'),
      iconPath,
    },
    pictures: join(app.getAppPath(), 'out', 'main', 'tray'),
    memory,
    language,
    hidden: started.hidden,
    postkey: () => postkey,
    logUnexpected,
  });

  const { world, shelf, network, networkLook, proxySignIn, startWatch, loadBridge, prepare, stop } = makeWindowWorld({
    folder,
    memory,
    words,
    log,
    logUnexpected,
    nameServer: started.nameServer,
    policy,
    desktop: personDesktop(life.window.show),
    postkey: () => postkey,
  });

  const organisation = (): string | undefined => shelf.current()?.organisation;
  const caseParts = { version: app.getVersion(), logFolder, names, now, language, organisation };

  const health = keepHealth({
    profile: folder,
    version: app.getVersion(),
    policy: policy.inForce,
    names,
    now,
    failed: (error) => log.from('health').warn('not written', error),
  });

  const updates = openUpdates({
    profile: folder,
    memory,
    network,
    policy: updatesOf(policy.inForce),
    log,
    changed: () => postkey.changed(),
    tell: (version) => postkey.notify({ id: 'update', code: 'update-found', values: { version } }),
  });

  const postkey = makePostkey({
    world,
    memory,
    shelf,
    presetDesk: makePresetDesk(network.getOnce),
    look: {
      version: app.getVersion(),
      languages: languagesOf(policy.inForce),
      language,
      direction,
      followPreferences: async () => {
        const wishes = memory.preferences();
        nativeTheme.themeSource = wishes.theme;
        if (wishes.language !== null) await words.change(languageToSpeak(policy.inForce, wishes.language, language()));
      },
    },
    files: personFiles(life.window.current, iconPath),
    cases: caseDesk(caseParts, personCases(life.window.current, logFolder)),
    handOvers: handOverDesk({ tokenCommand: tokenCommand(), save: personProgramFiles(life.window.current) }),
    explain: async (text) => (await import('./support/explain.ts')).explain(text),
    updates,
    networkLook,
    proxySignIn,
    announce: inJournal(log, names, (state) => {
      life.follow(state);
      health.follow(state.accounts);
      announcer.announce(state);
    }),
    loadBridge,
    background: life.background,
    accountsChanged: () => watch.accountsChanged(),
    check: (account) => watch.check(account),
  });

  const watch = startWatch({
    house: postkey,
    comeToFront: world.desktop.comeToFront,
    isWatched: () => life.window.current()?.isFocused() === true,
    show: (inWords, clicked) => showNotice({ language: language(), inWords, clicked, failed: logUnexpected }),
    logUnexpected,
  });
  powerMonitor.on('resume', watch.wake);
  app.on('will-quit', () => {
    updates.stop();
    networkLook.stop();
    watch.stop();
    postkey.stop();
    postkey.bridge.stop().catch(logUnexpected);
    memory.flush();
    stop().catch(logUnexpected);
    door.close();
  });

  serveContract({ handlers: handlersOf(postkey), contents, origin: appOrigin, logUnexpected });
  life.begin();
  comeBack = life.window.show;
  sayIn(postkey);
  await openAsAsked(postkey, {
    ...(await readStart(firstStart)),
    beside: app.isPackaged ? await readPresetBeside(process) : null,
    settingsSetAside: memory.setAside,
  });
  door.serve(postkey, (about, language) =>
    makeCase({ ...caseParts, language: () => language }, about, wholeCase, null),
  );
  // The window is there first; nobody has typed an address by then.
  systemClock.after(1_000, () => void prepare().catch(logUnexpected));
  updates.start();
  // Only now: before the preset's authority and practice are there, a look would find every server a stranger.
  const follow = (isOnline: boolean): void => {
    postkey.setOnline(isOnline);
    watch.setOnline(isOnline);
  };
  app.on('will-quit', followConnection(systemClock, follow));
  furtherStarts.serve(postkey, logUnexpected);
  claimLinks();
}
