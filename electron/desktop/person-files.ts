// The files and programs that the person opens and saves to, as Postkey needs them. Joins only; thinks nothing.
import type { BrowserWindow } from 'electron';
import { shell } from 'electron';
import type { HandOverDesk } from '../setup/hand-over-world.ts';
import type { CaseDesk, Files } from '../setup/postkey-parts.ts';
import { mailSystem, openMailProgram } from './mail-program.ts';
import { chooseCase, choosePreset, chooseText } from './open-files.ts';
import { saveCase } from './save-case.ts';
import { saveLogo } from './save-logo.ts';
import { saveProgramFile } from './save-program-file.ts';
import { saveText } from './save-text.ts';
import { openInDefaultBrowser } from './system-browser.ts';

/** `window` knows whether there is one. */
export function personFiles(window: () => BrowserWindow | null, iconPath: string): Files {
  return {
    openPreset: () => choosePreset(window()),
    openText: () => chooseText(window()),
    openLink: async (url, allowed) => allowed.includes(url) && (await openInDefaultBrowser(url)).ok,
    mailSystem,
    openMail: openMailProgram,
    saveText: (name, text) => saveText(window(), name, text),
    saveLogo: () => saveLogo(window(), iconPath),
  };
}

export function personCases(
  window: () => BrowserWindow | null,
  logFolder: string,
): Pick<CaseDesk, 'choose' | 'save' | 'showLogs'> {
  return {
    choose: () => chooseCase(window()),
    save: (name, html) => saveCase(window(), name, html),
    // Empty: it opened.
    showLogs: async () => (await shell.openPath(logFolder)) === '',
  };
}

export function personProgramFiles(window: () => BrowserWindow | null): HandOverDesk['save'] {
  return (name, text) => saveProgramFile(window(), name, text);
}
