// What a release is signed with on each system, by the names of environment variables. Reads whether they are set, never what they
// hold. docs/releasing.md says where each comes from.

/** @typedef {{ what: string, ways: readonly (readonly string[])[] }} Need one of the ways must be whole */

/** @type {Readonly<Record<string, readonly Need[]>>} */
const needsOf = {
  linux: [{ what: 'the key that signs the checksums', ways: [['POSTKEY_GPG_KEY']] }],
  win32: [
    {
      what: 'a code-signing certificate',
      ways: [
        ['CSC_LINK', 'CSC_KEY_PASSWORD'],
        ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD'],
        ['POSTKEY_CERTIFICATE_SHA1'],
        [
          'POSTKEY_AZURE_ENDPOINT',
          'POSTKEY_AZURE_ACCOUNT',
          'POSTKEY_AZURE_PROFILE',
          'POSTKEY_AZURE_PUBLISHER',
          'AZURE_TENANT_ID',
          'AZURE_CLIENT_ID',
          'AZURE_CLIENT_SECRET',
        ],
      ],
    },
  ],
  darwin: [
    { what: 'a Developer ID Application certificate', ways: [['CSC_LINK', 'CSC_KEY_PASSWORD'], ['CSC_NAME']] },
    {
      what: 'a Developer ID Installer certificate for the pkg',
      ways: [['CSC_INSTALLER_LINK', 'CSC_INSTALLER_KEY_PASSWORD'], ['CSC_NAME']],
    },
    {
      what: 'a key for Apple’s notary service',
      ways: [['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'], ['APPLE_KEYCHAIN_PROFILE']],
    },
  ],
};

/** @type {readonly Need[]} */
const everywhere = [
  { what: 'the publisher’s page, which packages name', ways: [['POSTKEY_HOMEPAGE']] },
  { what: 'the address of whoever maintains the packages', ways: [['POSTKEY_MAINTAINER_ADDRESS']] },
];

/**
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {readonly string[]} a line for each thing that is missing
 */
export function missingForRelease(platform, env) {
  const needs = [...(needsOf[platform] ?? []), ...everywhere];
  const missing = needs
    .filter(({ ways }) => !ways.some((names) => names.every((name) => env[name])))
    .map(({ what, ways }) => `${what}: set ${ways.map((names) => names.join(' and ')).join(', or ')}`);
  return [...missing, ...wrongUpdates(env)];
}

/**
 * Both or neither: half of it, or a key of another form, would be a release that never looks for a newer one and says nothing of it.
 * @param {NodeJS.ProcessEnv} env
 * @returns {readonly string[]}
 */
function wrongUpdates({ POSTKEY_UPDATE_FEED: feed, POSTKEY_UPDATE_KEY: key }) {
  if (!feed && !key) return [];
  const isFeed = /^https:\/\/[^@?#]+$/u.test(feed ?? '');
  const isKey = /^[A-Za-z0-9+/]{43}=$/u.test(key ?? '');
  return [
    ...(isFeed
      ? []
      : ['a place for updates: set POSTKEY_UPDATE_FEED to a folder, https:, or unset POSTKEY_UPDATE_KEY']),
    ...(isKey ? [] : ['whose updates count: set POSTKEY_UPDATE_KEY to what scripts/sign-feed.mjs prints']),
  ];
}

/** @param {NodeJS.ProcessEnv} env @returns {string[]} what electron-builder does not read from the environment by itself */
export function environmentArguments(env) {
  const given = (/** @type {string} */ key, /** @type {string | undefined} */ value) =>
    value ? [`-c.win.${key}=${value}`] : [];
  const feed = env.POSTKEY_UPDATE_FEED;
  return [
    // Makes electron-builder write latest*.yml; nothing is uploaded.
    ...(feed ? ['-c.publish.provider=generic', `-c.publish.url=${feed}`] : []),
    ...given('signtoolOptions.certificateSha1', env.POSTKEY_CERTIFICATE_SHA1),
    ...given('azureSignOptions.endpoint', env.POSTKEY_AZURE_ENDPOINT),
    ...given('azureSignOptions.codeSigningAccountName', env.POSTKEY_AZURE_ACCOUNT),
    ...given('azureSignOptions.certificateProfileName', env.POSTKEY_AZURE_PROFILE),
    ...given('azureSignOptions.publisherName', env.POSTKEY_AZURE_PUBLISHER),
  ];
}
