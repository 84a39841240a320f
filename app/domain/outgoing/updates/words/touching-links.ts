import { hostsIn, leadsTo, maxLinkTextLength } from "#app/lib/misleading-link.ts";
import type { Inline } from "#emails/parts/rich-text.ts";
import { textOfRuns } from "./text-runs.ts";

type Link = Extract<Inline, { kind: "link" }>;

/** Words in one link, or in none. */
type Piece = { text: string; link: Link | null };

/** Visible spaces: thin ones (U+2006 to U+200A, U+202F, U+205F) do not separate words. */
const spaces = /[\t\n\v\f\r \u00a0\u1680\u2000-\u2005\u2028\u2029\u3000]+/u;
/** Signs that end an address, except where "(dot)" is spelled out. */
const signs = /[()<>[\]{}"“”„'‘’«»,;|—–―…!]+/u;
/** Without one of these, the signs around a link do not make it an address. */
const ofAddress = /[\p{L}\p{N}/\\@]/u;

/**
 * Finds links that read as an address on another host together with the words they touch:
 * `[microsoft](https://evil.test)**.com**`. Returns each once, with those words.
 */
export function misleadingTogether(line: readonly Inline[]): Map<Link, string> {
  const found = new Map<Link, string>();
  if (!holdsLink(line)) return found;
  for (const together of split(piecesOf(line), spaces)) {
    if (!isRead(together)) continue;
    const parts = split(together, signs);
    const hosts = new Set<string>();
    for (const part of parts) check(part, hosts, found);
    // Spelled out as "microsoft(dot)com".
    if (wordsIn(parts[0] ?? []) !== wordsIn(together)) check(together, hosts, found);
  }
  return found;
}

const holdsLink = (runs: readonly Inline[]): boolean =>
  runs.some((run) => run.kind === "link" || ("of" in run && holdsLink(run.of)));

/** A bare address begins a new line: nobody reads it as the end of another. */
const piecesOf = (runs: readonly Inline[]): Piece[] =>
  runs.flatMap((run) => {
    if (run.kind === "text") return [{ text: run.text, link: null }];
    if (run.kind === "break") return [{ text: " ", link: null }];
    if (run.kind !== "link") return piecesOf(run.of);
    const text = textOfRuns(run.of);
    const piece = { text, link: run };
    return text === run.url ? [{ text: " ", link: null }, piece] : [piece];
  });

/** Splits pieces where words outside links contain `between`. */
function split(pieces: readonly Piece[], between: RegExp): Piece[][] {
  const groups: Piece[][] = [];
  let group: Piece[] = [];
  const end = () => {
    if (group.length > 0) groups.push(group);
    group = [];
  };
  for (const piece of pieces) {
    const texts = piece.link ? [piece.text] : piece.text.split(between);
    for (const [n, text] of texts.entries()) {
      if (n > 0) end();
      if (text !== "") group.push({ text, link: piece.link });
    }
  }
  end();
  return groups;
}

const wordsIn = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join("");

/** True for a link with words around it that may be part of an address. */
const isRead = (pieces: readonly Piece[]) =>
  new Set(pieces.filter(({ text }) => ofAddress.test(text)).map(({ link }) => link)).size > 1;

/** Collects links to hosts other than those their pieces name, except `known` ones. */
function check(pieces: readonly Piece[], known: Set<string>, found: Map<Link, string>) {
  const words = wordsIn(pieces);
  const hosts = words.length > maxLinkTextLength ? null : hostsIn(words).filter((host) => !known.has(host));
  for (const { link } of pieces)
    if (link && (hosts === null || hosts.some((host) => !leadsTo(link.url, host)))) found.set(link, words);
  for (const host of hosts ?? []) known.add(host);
}
