// Says to Windows who this process is, by the name that the installer wrote into the Start menu's entry: without it Windows shows no
// notices of Postkey's, and draws it twice in the task bar. https://www.electronjs.org/docs/latest/tutorial/notifications#windows
import { app } from 'electron';
import { appId } from '../../shared/app-id.ts';

/** Before the first window, and before starting at login is asked about: its entry bears the same name. */
export function nameForWindows(): void {
  if (process.platform === 'win32') app.setAppUserModelId(appId);
}
