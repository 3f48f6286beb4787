// The names of the two channels, apart from the contract's schemas, so that the preload carries no schema library.

export const channels = { request: 'postkey:request', state: 'postkey:state' } as const;
