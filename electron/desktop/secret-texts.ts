// Knows two secrets that have no mark of their own: login texts wrapped in base64, and app passwords made of small letters. Pure.

/** RFC 4616 (`name NUL name NUL password`), RFC 7628, and Google's and Microsoft's XOAUTH2. */
const saslTexts = [/^[^\x00]{0,400}\x00[^\x00]{1,400}\x00[^\x00]{1,4000}$/u, /auth=Bearer/iu, /^user=[^\x01]*\x01/u];

/** What a run of base64 stands for: a login text, a text to look into, or only bytes. */
export function unwrap(run: string): { readonly isLogin: boolean; readonly text: string | null } {
  const text = Buffer.from(run, 'base64').toString('latin1');
  const isText = /^[\x20-\x7e\r\n\t]+$/u.test(text);
  return { isLogin: saslTexts.some((pattern) => pattern.test(text)), text: isText ? text : null };
}

/** Pairs of letters that words are made of, in the languages servers speak. */
const usualPairs = new Set(
  (
    'th he in er an re nd on en at ou ed ha to or it is hi es ng ar se st nt al te ti le ve co me de ri ro ic ne ea ra ce li ch ll be ma si ' +
    'om ur ca el ta la ns di fo ho pe ec pr no ct us ac ot il tr ly nc et ut ss so rs un lo wa ge ie wh ee wi em ad ol rt po we na ul ni ts mo ow pa im ' +
    'mi ai sh ir su id os iv ia am fi ci vi pl ig tu ev ld ry mp fe bl ab gh ty op wo sa ay ex ke fr oo av ag if ap gr od bo sp rd do uc bu ei ov by rm ' +
    'ep tt oc fa ef cu rn sc gi da yo cr cl du ga qu ue ff ba ey ls va um pp ua up lu go ht ru ug ds lt pi rc rr eg au ck ew mu br bi pt ak pu ui rg ib ' +
    'tl ny ki rk ys ob mm fu ph og ms ye ud mb ip ub oi rl gu dr hr cc tw ft wn nu af hu nn eo vo rv nf xp gn sm fl iz ok nl my gl aw ju oa eq sy sl ps ' +
    'jo lf nv je nk kn gs dy hy ze ks xt bs ik dd pt lk rp sk xi oe oy ws lv dl rf eu dg wr xa yi nm eb rb uf xc gg tc kl mt tm rw kt ht pm ix'
  ).split(' '),
);

/** Random letters make few of the pairs that words make. `found`: sixteen small letters, perhaps in four groups. */
export function isAppPassword(found: string): boolean {
  const groups = found.split(/(?:[ \u00a0+-]|%20)+/u);
  const pairs = groups.flatMap((group) =>
    Array.from({ length: group.length - 1 }, (_none, at) => group.slice(at, at + 2)),
  );
  const odd = pairs.filter((pair) => !usualPairs.has(pair)).length;
  return odd >= Math.ceil(pairs.length * 0.25);
}
