/** What ends an address in a text beside spaces. */
const between = /[\s()<>[\]{}"“”„'‘’«»,;|]+/u;
/** Full stops of other scripts, which browsers read as one. */
const stops = /[。｡．]/gu;
const host = /^(?:[\p{L}\p{M}\p{N}_-]{1,63}\.){1,30}\p{L}[\p{L}\p{M}\p{N}-]{1,62}$/u;
const fourNumbers = /^(?:\d{1,3}\.){3}\d{1,3}$/;
/** Characters of a link's words at most: nobody reads to the end of more. */
const wordsAtMost = 2000;
/** Endings of files, none of which is a top-level domain. */
const files = /\.(?:pdf|docx?|xlsx?|pptx?|csv|txt|html?|json|xml|jpe?g|png|gif|svg)$/u;
const scheme = /^[a-z][a-z0-9+.-]{0,30}:[/\\]{1,9}/u;

/** The hosts that a text seems to lead to: of web addresses, of e-mail addresses, and names of domains as they are. */
function hostsIn(text: string): string[] {
  const plain = text
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(stops, ".")
    .toLowerCase();
  return plain.split(between).flatMap((word) => {
    const begins = scheme.exec(word)?.[0] ?? "";
    const authority = word.slice(begins.length).split(/[/\\?#]/u, 1)[0] ?? "";
    const names = authority.split(/[^\p{L}\p{M}\p{N}._-]+/u).map(withoutStops);
    const hosts = names.filter((name) => (host.test(name) && !files.test(name)) || fourNumbers.test(name));
    // After https:// even a name without a stop is one.
    return hosts.length === 0 && begins !== "" && names[0] ? [names[0]] : hosts;
  });
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
