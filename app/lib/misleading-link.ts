/** What ends an address in a text, besides spaces. */
const between = /[\s()<>[\]{}"“”„'‘’«»,;|]+/u;
/** Full stops of other scripts, and characters that look like one. */
const dots = "。・·⋅‧•∙●⸱⸳⸰ꞏ᛫˙۔܂ꓸ";
/**
 * A dot between two letters, read as the dot of a domain; not in "cel·la", and in Japanese only before a
 * Latin ending.
 */
const stops = new RegExp(
  `(?<=[\\p{L}\\p{N}])(?!・(?![a-z]))(?:(?<![lL])[${dots}]|[${dots}](?![lL])|[${dots}](?=(?:law|li|link|live|lol|lt|ltd|lu|lv)(?!\\p{L})))(?=[\\p{L}\\p{N}])`,
  "gu",
);
const host = /^(?:[\p{L}\p{M}\p{N}_-]{1,63}\.){1,30}\p{L}[\p{L}\p{M}\p{N}-]{1,62}$/u;
const fourNumbers = /^(?:\d{1,3}\.){3}\d{1,3}$/;
/** Hexadecimal numbers, from which a browser makes an IPv4 address. */
const hexNumbers = /^0x[0-9a-f]{1,8}(?:\.(?:0x[0-9a-f]{1,8}|\d{1,10})){0,3}$/;
const local = /^(?:[a-z0-9-]{1,63}\.){0,5}localhost$/;
/** A candidate for an IPv6 address (RFC 4291): the URL parser decides. */
const sixth = /^(?=[:.]{0,2}[0-9a-f])[0-9a-f]{0,4}:[0-9a-f:]{0,40}:[0-9a-f.]{0,15}$/;
/** Top-level domains that are no common word, in one case: a sentence may end before "Net of costs". */
const ending =
  "com|COM|c0m|C0M|org|ORG|net|NET|edu|EDU|gov|GOV|info|INFO|biz|BIZ|io|IO|co|CO|ai|AI|test|TEST";
/** Countries' top-level domains, and those that follow "dot" only in a name. */
const country = "[a-z]{2}|[A-Z]{2}";
const afterDot = "app|dev|xyz|online|site|shop|store|click|link|cloud|tech|news|top|icu|pro|live|example";
/** Words of two letters, which follow "dot" and "punto" in a sentence, except at its end. */
const english = "am|an|as|at|be|by|do|go|he|if|in|is|it|me|my|no|of|ok|on|or|so|to|up|us|we";
const spanish = "al|da|de|di|el|en|es|fe|ha|la|le|lo|me|mi|ni|no|os|se|si|su|te|tu|un|va|ve|vi|ya|yo";
const german = "ab|am|an|da|du|er|es|im|in|ja|ob|so|um|wo|zu";
const french = "au|ce|de|du|en|et|il|la|le|ne|on|ou|sa|se|si|un";
const continued = "\\s{0,4}[^\\s/?#:]";
/** An "o" may be a zero, a letter that looks like it, or a pair of brackets. */
const o = "(?:[oO0\u043e\u041e\u03bf\u039f\u00b0]|\\(\\)|\\[\\])";
const dot = `(?:[dD\u0501][.*_-]?${o}[.*_-]?[tT\u0442\u03c4])`;
const punto = "(?:[pP][uo]nt[o0\u043e\u03bf]|P[UO]NT[O0])";
const punkt = "(?:[pP]unkt|PUNKT)";
/** A common word: endings that are a word or in capitals count after it only at the end of a sentence. */
const point = "(?:[pP][o0]int|P[O0]INT|[pP]eriod|PERIOD|[fF]ull stop)";
const afterPoint = `(?:com|COM|org|ORG|gov|GOV|edu|EDU)|(?!(?:${english}|${french})${continued})[a-z]{2}|(?:net|NET|info|INFO|biz|BIZ|app|xyz|[A-Z]{2})(?!${continued})`;
const gap = "[\\s_*~|/'\"`“”‘’«»\\p{Ps}\\p{Pe}<>-]{1,5}";
/** The patterns below match after a letter or digit of a name, up to the name's end. */
const after = "(?<=[\\p{L}\\p{N}])";
const ends = "(?![\\p{L}\\p{N}])";
/** A dot in brackets, or as a word: `microsoft[.]com`, `microsoft(dot)com`, `microsoft dot com`. */
const spelled = new RegExp(
  `${after}(?:\\s{0,4}[\\p{Ps}<]\\s{0,4}(?:[.${dots}]|${dot}|${punto}|${punkt}|${point})\\s{0,4}[\\p{Pe}>]\\s{0,4}(?<bracketed>\\p{L}{2,63})|${gap}(?:(?:${dot}|${punto}|${punkt})${gap}(?<spoken>${ending}|${afterDot})|${dot}${gap}(?!(?:${english})${continued})(?<english>${country})|${punto}${gap}(?!(?:${spanish})${continued})(?<spanish>${country})|${punkt}${gap}(?!(?:${german})${continued})(?<german>${country})|${point}${gap}(?<point>${afterPoint})))${ends}`,
  "gu",
);
/** A dot with spaces, or a comma: `microsoft .com`, `microsoft · com`, `microsoft,com`. */
const spaced = new RegExp(
  `${after}(?:(?:\\s{1,4}[.${dots}]\\s{0,4}|[.${dots}]\\s{1,4}|\\s{0,4}[,‚٫])(?<word>${ending})|\\s{1,4}\\.(?<short>${country}))${ends}`,
  "gu",
);
/** An ending that is no common word, after any mark that one may read as a dot, or after "dot" itself. */
const sure = "com|COM|c0m|C0M|org|ORG|gov|GOV|edu|EDU";
const quoted = "[\\s_*~|/\\\\'\"“”‘’«»-]";
const odd = new RegExp(
  `${after}(?:\\s{0,4}[\\p{So}\\p{Sk}∘⋄°º٠۰…܁᠃᙮።।။។᠂❟⸼⹂꓿𝅭𐤟]\\s{0,4}|[:;\\\\|*'\u060c、,]{1,2}|(?:\\s{0,2}\\.){2,3}\\s{0,2}|${quoted}{1,3}[.${dots}]${quoted}{0,3}|[.${dots}]${quoted}{1,3}|\\s{0,4}(?:点|點|ドット|точка|пункт)\\s{0,4}|(?<=[\\p{L}\\p{N}]{3})(?:dot|Dot|DOT|d0t|punto))(?<sure>${sure})${ends}`,
  "gu",
);
/** Letters and dots one by one, as in `m i c r o s o f t . c o m`. */
const apart = new RegExp(
  `(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}](?:\\s{1,4}[\\p{L}\\p{N}.${dots}]){2,}(?![\\p{L}\\p{N}])`,
  "gu",
);
/** Articles: "A dot com company" names no domain. */
const articles = new Set(["the", "an", "this", "that", "el", "un", "la", "una", "las", "los"]);
/** Characters of a link's text at most: nobody reads more to the end. */
export const maxLinkTextLength = 2000;
/** File extensions that are no top-level domain. */
const files = /\.(?:pdf|docx?|xlsx?|pptx?|csv|txt|html?|json|xml|jpe?g|png|gif|svg)$/u;
/** What precedes a host: `https://`, or `//` and `\\\\` alone. */
const scheme = /^(?:[a-z][a-z0-9+.-]{0,30}:[/\\]{1,9}|[/\\]{2,9})/u;

const unseen = /\p{Default_Ignorable_Code_Point}/gu;

/** Returns the hosts that a text seems to lead to: of web addresses, email addresses and bare domains. */
export const hostsIn = (text: string): string[] =>
  [...new Set(readingsOf(text))].flatMap((one) => one.toLowerCase().split(between).flatMap(hostsOf));

/**
 * Returns a text as people may read it, with the dots of names written as dots: `example (d0t) com`. One that
 * nobody sees may part two words, or not.
 */
export function readingsOf(text: string): string[] {
  const one = text.normalize("NFKC");
  const without = one.replace(unseen, "");
  return (without === one ? [one] : [without, one.replace(unseen, " ")]).flatMap((each) => {
    const plain = each.replace(apart, (letters) => letters.replace(/\s+/gu, "")).replace(stops, ".");
    const read = plain.replace(spelled, asWritten);
    return [read, read.replace(spaced, asWritten).replace(odd, asWritten)];
  });
}

/** Returns the dot and the ending of a name as a browser has them; text after the name stays. */
function asWritten(match: string, ...rest: unknown[]): string {
  const [at, plain, groups] = rest.slice(-3) as [number, string, Record<string, string | undefined>];
  const name =
    plain
      .slice(Math.max(0, at - 63), at)
      .split(/[^\p{L}\p{N}-]+/u)
      .at(-1) ?? "";
  const end = Object.values(groups).find(Boolean);
  return name.length < 2 || articles.has(name.toLowerCase()) ? match : `.${end}`;
}

function hostsOf(word: string): string[] {
  const begins = scheme.exec(word)?.[0] ?? "";
  const authority = word.slice(begins.length).split(/[/\\?#]/u, 1)[0] ?? "";
  if (sixth.test(authority) && URL.canParse(`https://[${authority}]`)) return [`[${authority}]`];
  const names = authority.split(/[^\p{L}\p{M}\p{N}._-]+/u).map(withoutStops);
  const hosts = names.filter(
    (name) =>
      (host.test(name) && !files.test(name)) || [fourNumbers, hexNumbers, local].some((of) => of.test(name)),
  );
  // After https:// even a name without a dot is a host.
  return hosts.length === 0 && begins !== "" && names[0] ? [names[0]] : hosts;
}

function withoutStops(name: string): string {
  let [from, to] = [0, name.length];
  while (name[from] === ".") from++;
  while (to > from && name[to - 1] === ".") to--;
  return name.slice(from, to);
}

/** A host as a browser resolves it, without `www.`. */
function resolved(name: string): string {
  const url = `https://${name}`;
  const { hostname } = new URL(URL.canParse(url) ? url : "https://invalid");
  return hostname.startsWith("www.") ? hostname.slice(4) : hostname;
}

/**
 * Checks for a link whose text looks like an address (web or email) on another host than its target:
 * `[https://microsoft.com](https://evil.test/)`. `target` is an absolute http, https or mailto address.
 */
export const isMisleading = (words: string, target: string) =>
  words.length > maxLinkTextLength || hostsIn(words).some((name) => !leadsTo(target, name));

/** Checks that an address is on the named host, `www.` or not. */
export function leadsTo(target: string, name: string): boolean {
  const mail = /^mailto:[^?]{0,320}@([^?@]{1,255})(?:\?|$)/iu.exec(target);
  const host = mail?.[1] ?? (URL.canParse(target) ? new URL(target).hostname : "");
  return resolved(name) === resolved(host);
}
