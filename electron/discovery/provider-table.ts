// The data files, read and checked once, when first asked for: the window must not wait for them. Holds no facts and looks nothing up.
import {
  type MailFilter,
  mailFilterFileSchema,
  type ProviderEntry,
  providerEntrySchema,
  providerFileSchema,
  wellKnownFileSchema,
} from './provider-entry.ts';
import america from './providers/america.json' with { type: 'json' };
import asia from './providers/asia.json' with { type: 'json' };
import europe from './providers/europe.json' with { type: 'json' };
import germany from './providers/germany.json' with { type: 'json' };
import google from './providers/google.json' with { type: 'json' };
import hosters from './providers/hosters.json' with { type: 'json' };
import filters from './providers/mail-filters.json' with { type: 'json' };
import microsoft from './providers/microsoft.json' with { type: 'json' };
import own from './providers/own.json' with { type: 'json' };
import ownSignIn from './providers/own-sign-in.json' with { type: 'json' };
import privacy from './providers/private.json' with { type: 'json' };
import wellKnown from './providers/well-known-domains.json' with { type: 'json' };
import yahoo from './providers/yahoo.json' with { type: 'json' };
import zoho from './providers/zoho.json' with { type: 'json' };

const files: readonly unknown[] = [
  microsoft,
  google,
  yahoo,
  ownSignIn,
  zoho,
  germany,
  europe,
  america,
  asia,
  privacy,
  hosters,
  own,
];

export interface ProviderTable {
  readonly providers: readonly ProviderEntry[];
  readonly filters: readonly MailFilter[];
  readonly wellKnownDomains: readonly string[];
}

function read(): ProviderTable {
  const providers = files.flatMap((file) => {
    const family = providerFileSchema.parse(file);
    return family.providers.map((each) => providerEntrySchema.parse({ ...family.shared, ...each }));
  });
  return {
    providers,
    filters: mailFilterFileSchema.parse(filters).filters,
    wellKnownDomains: wellKnownFileSchema.parse(wellKnown).domains,
  };
}

let table: ProviderTable | null = null;

/** Everything the data files say. A file that breaks its schema is a bug and throws. */
export function providerTable(): ProviderTable {
  table ??= read();
  return table;
}
