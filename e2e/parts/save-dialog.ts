// The system's own dialog for a file's place, answered as if the person had chosen one.
import type { ElectronApplication } from '@playwright/test';

export function chooseFile(app: ElectronApplication, filePath: string): Promise<void> {
  return app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = (() =>
      Promise.resolve({ canceled: false, filePath: path })) as unknown as typeof dialog.showSaveDialog;
  }, filePath);
}
