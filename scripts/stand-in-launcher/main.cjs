// Stands in for Electron's default_app in the stand-in runtime: opens the app folder named on the command line, as
// `electron FOLDER` does. Development and tests only; the remaining arguments stay in process.argv for the app.
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const folderIndex = process.argv.findIndex((argument, index) => index > 0 && !argument.startsWith('-'));
if (folderIndex < 0) {
  process.stderr.write('Name the app folder: electron [switches] FOLDER [arguments of the app]\n');
  process.exit(2);
}

const folder = resolve(process.argv[folderIndex]);
const { name, productName, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

app.setName(productName ?? name);
app.setVersion(version);
app.setAppPath(folder);
if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), productName ?? name));
if (app.setDesktopName) app.setDesktopName('postkey.desktop');

require(join(folder, main));
