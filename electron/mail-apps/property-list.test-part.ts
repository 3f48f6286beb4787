// Test only: the document type of property lists as Apple publishes it (PropertyList-1.0.dtd), and what Apple's schemas want of the payloads that are made.

export const propertyListDtd = `
<!ENTITY % plistObject "(array | data | date | dict | real | integer | string | true | false )">
<!ELEMENT plist %plistObject;>
<!ATTLIST plist version CDATA "1.0">
<!ELEMENT array (%plistObject;)*>
<!ELEMENT dict (key, %plistObject;)*>
<!ELEMENT key (#PCDATA)>
<!ELEMENT string (#PCDATA)>
<!ELEMENT data (#PCDATA)>
<!ELEMENT date (#PCDATA)>
<!ELEMENT true EMPTY>
<!ELEMENT false EMPTY>
<!ELEMENT real (#PCDATA)>
<!ELEMENT integer (#PCDATA)>
`;

type Kind = 'string' | 'number' | 'boolean';

/** Of every payload (CommonPayloadKeys.yaml), and of each type; all that are made, with those that must be there. */
export const payloadKeys: Readonly<
  Record<string, { readonly required: readonly string[]; readonly keys: Readonly<Record<string, Kind>> }>
> = {
  'com.apple.mail.managed': {
    required: [
      'EmailAccountType',
      'IncomingMailServerAuthentication',
      'IncomingMailServerHostName',
      'OutgoingMailServerAuthentication',
      'OutgoingMailServerHostName',
    ],
    keys: {
      EmailAccountDescription: 'string',
      EmailAddress: 'string',
      EmailAccountType: 'string',
      IncomingMailServerAuthentication: 'string',
      IncomingMailServerHostName: 'string',
      IncomingMailServerPortNumber: 'number',
      IncomingMailServerUseSSL: 'boolean',
      IncomingMailServerUsername: 'string',
      OutgoingMailServerAuthentication: 'string',
      OutgoingMailServerHostName: 'string',
      OutgoingMailServerPortNumber: 'number',
      OutgoingMailServerUseSSL: 'boolean',
      OutgoingMailServerUsername: 'string',
      OutgoingPasswordSameAsIncomingPassword: 'boolean',
    },
  },
  'com.apple.ews.account': { required: [], keys: { EmailAddress: 'string', UserName: 'string', OAuth: 'boolean' } },
  'com.apple.eas.account': {
    required: [],
    keys: { EmailAddress: 'string', UserName: 'string', OAuth: 'boolean', Host: 'string', SSL: 'boolean' },
  },
};
