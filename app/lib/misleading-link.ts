/** What ends an address in a text beside spaces. */
const between = /[\s()<>[\]{}"“”„'‘’«»,;|]+/u;
/** Full stops of other scripts, which browsers read as one. */
const stops = /[。｡．]/gu;
const host = /^(?:[\p{L}\p{M}\p{N}_-]{1,63}\.){1,30}\p{L}[\p{L}\p{M}\p{N}-]{1,62}$/u;
const fourNumbers = /^(?:\d{1,3}\.){3}\d{1,3}$/;
/** Numbers in base 16, of which a browser makes the four. */
const hexNumbers = /^0x[0-9a-f]{1,8}(?:\.(?:0x[0-9a-f]{1,8}|\d{1,10})){0,3}$/;
const local = /^(?:[a-z0-9-]{1,63}\.){0,5}localhost$/;
/** An address of IPv6 (RFC 4291) may be: the parser of URLs decides. */
const sixth = /^(?=[:.]{0,2}[0-9a-f])[0-9a-f]{0,4}:[0-9a-f:]{0,40}:[0-9a-f.]{0,15}$/;
/**
 * A name whose stop is written around: `microsoft .com`, `microsoft dot com`, `microsoft·com`. Only before endings that are no
 * word, in one case: a sentence may end before "Net of costs".
 */
const writtenAround =
  /(?<=[\p{L}\p{N}])(?:\s{0,4}[([{<]?\s{0,4}(?<=[\s([{<])(?:dot|DOT|Dot|punto|PUNTO|Punto)\s{0,4}[)\]}>]?\s{0,4}(?<=[\s)\]}>])|\s{1,4}\.\s{0,4}|\.\s{1,4}|\s{0,4}[·‧•∙]\s{0,4})(?<end>com|COM|org|ORG|net|NET|edu|EDU|gov|GOV|info|INFO|biz|BIZ|io|IO|co|ai|test|TEST)(?![\p{L}\p{N}])/gu;
/** "A dot com company" names none. */
const articles = new Set(["the", "an", "this", "that", "el", "un", "la", "una", "las", "los"]);
/** Characters of a link's words at most: nobody reads to the end of more. */
const wordsAtMost = 2000;
/** Endings of files, none of which is a top-level domain. */
const files = /\.(?:pdf|docx?|xlsx?|pptx?|csv|txt|html?|json|xml|jpe?g|png|gif|svg)$/u;
/** What stands before a host: `https://`, or `//` and `\\\\` alone. */
const scheme = /^(?:[a-z][a-z0-9+.-]{0,30}:[/\\]{1,9}|[/\\]{2,9})/u;

/** The hosts that a text seems to lead to: of web addresses, of e-mail addresses, and names of domains as they are. */
function hostsIn(text: string): string[] {
  const plain = text
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(stops, ".");
  return [...hostsAround(plain), ...plain.toLowerCase().split(between).flatMap(hostsOf)];
}

const hostsAround = (plain: string) =>
  [...plain.matchAll(writtenAround)].flatMap(({ index, groups: { end = "" } = {} }) => {
    const before = plain.slice(Math.max(0, index - 63), index).split(/[^\p{L}\p{N}-]+/u);
    const name = before.at(-1)?.toLowerCase() ?? "";
    return name.length < 2 || articles.has(name) ? [] : [`${name}.${end.toLowerCase()}`];
  });

function hostsOf(word: string): string[] {
  const begins = scheme.exec(word)?.[0] ?? "";
  const authority = word.slice(begins.length).split(/[/\\?#]/u, 1)[0] ?? "";
  if (sixth.test(authority) && URL.canParse(`https://[${authority}]`)) return [`[${authority}]`];
  const names = authority.split(/[^\p{L}\p{M}\p{N}._-]+/u).map(withoutStops);
  const hosts = names.filter(
    (name) =>
      (host.test(name) && !files.test(name)) || [fourNumbers, hexNumbers, local].some((of) => of.test(name)),
  );
  // After https:// even a name without a stop is one.
  return hosts.length === 0 && begins !== "" && names[0] ? [names[0]] : hosts;
}

function withoutStops(name: string): string {
  let [from, to] = [0, name.length];
  while (name[from] === ".") from++;
  while (to > from && name[to - 1] === ".") to--;
  return name.slice(from, to);
}

/** A host as a browser resolves it, without `www.`, which leads to the same. */
function resolved(name: string): string {
  const url = `https://${name}`;
  const { hostname } = new URL(URL.canParse(url) ? url : "https://invalid");
  return hostname.startsWith("www.") ? hostname.slice(4) : hostname;
}

/**
 * True for a link whose words read as an address, of the web or of e-mail, on another host than the one it leads to:
 * `[https://microsoft.com](https://evil.test/)`. `target` is an absolute address of http, https or mailto.
 */
export function isMisleading(words: string, target: string): boolean {
  if (words.length > wordsAtMost) return true;
  const shown = hostsIn(words);
  if (shown.length === 0) return false;
  const mail = /^mailto:[^?]{0,320}@([^?@]{1,255})(?:\?|$)/iu.exec(target);
  const leadsTo = mail?.[1] ?? (URL.canParse(target) ? new URL(target).hostname : "");
  return shown.some((name) => resolved(name) !== resolved(leadsTo));
}
