// Stands in for Electron's default_app in the stand-in runtime: opens the app folder named on the command line, as
// `electron [-r FILE] FOLDER` does. Development and tests only; the remaining arguments stay in process.argv for the app.
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

/** Two setters that Electron keeps for its own default_app. */
const host =
  /** @type {import('electron').App & { setVersion(version: string): void, setAppPath(path: string): void }} */ (app);

const words = process.argv.slice(1);
const isPreload = (/** @type {number} */ at) => words[at - 1] === '-r';
const folderAt = words.findIndex((word, at) => !word.startsWith('-') && !isPreload(at));
const folderArgument = words[folderAt];
if (folderArgument === undefined) {
  process.stderr.write('Name the app folder: electron [switches] FOLDER [arguments of the app]\n');
  process.exit(2);
}

const folder = resolve(folderArgument);
const { name, productName, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

app.setName(productName ?? name);
host.setVersion(version);
host.setAppPath(folder);
if (!app.commandLine.hasSwitch('user-data-dir'))
  app.setPath('userData', join(app.getPath('appData'), productName ?? name));

for (const [at, word] of words.slice(0, folderAt).entries()) if (isPreload(at)) require(resolve(word));
require(join(folder, main));
