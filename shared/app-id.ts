// The name by which the operating systems know Postkey, as packaging/every-build.yml says it to them.
export const appId = 'org.postkey.Postkey';
