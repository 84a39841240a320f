/** A part of a regular expression, as detailed as needed to write texts that it works hard on. */
export type Part =
  /** One character. `source` is how the expression writes it. */
  | { kind: "one"; source: string }
  /** A group of alternatives; a look-around consumes nothing. */
  | { kind: "group"; options: Part[][]; looks: boolean }
  | { kind: "repeat"; of: Part; least: number; most: number }
  /** `^ $ \b \B` and back references. */
  | { kind: "edge"; source: string };

/** Parses an expression's alternatives. */
export function readRegex({ source, flags }: RegExp): Part[][] {
  let at = 0;
  const classesNest = flags.includes("v");
  const braces = classesNest || flags.includes("u");

  const rest = () => source.slice(at);
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest());
    if (found) at += found[0].length;
    return found;
  };

  function options(): Part[][] {
    const all: Part[][] = [[]];
    while (at < source.length && source[at] !== ")") {
      if (take(/^\|/)) all.push([]);
      else all.at(-1)?.push(repeated(piece()));
    }
    return all;
  }

  function repeated(of: Part): Part {
    const sign = take(/^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/);
    if (!sign) return of;
    const [written, least, comma, most] = sign;
    if (written.startsWith("*")) return { kind: "repeat", of, least: 0, most: Number.POSITIVE_INFINITY };
    if (written.startsWith("+")) return { kind: "repeat", of, least: 1, most: Number.POSITIVE_INFINITY };
    if (written.startsWith("?")) return { kind: "repeat", of, least: 0, most: 1 };
    const from = Number(least);
    const to = comma ? (most ? Number(most) : Number.POSITIVE_INFINITY) : from;
    return { kind: "repeat", of, least: from, most: to };
  }

  function piece(): Part {
    if (take(/^\(/)) {
      const isLookaround = take(/^\?<?[=!]/) !== null;
      if (!isLookaround) take(/^\?(?::|<\w+>|[ims-]+:)/);
      const group: Part = { kind: "group", options: options(), looks: isLookaround };
      take(/^\)/);
      return group;
    }
    if (source[at] === "[") return { kind: "one", source: charClass() };
    const edge = take(/^(?:[\^$]|\\[bB]|\\[1-9]\d*|\\k<\w+>)/);
    if (edge) return { kind: "edge", source: edge[0] };
    const escaped = take(
      braces
        ? /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-f]{4}(?:\\u[\da-f]{4})?|x[\da-f]{2}|c[a-z]|.)/i
        : /^\\(?:u[\da-f]{4}|x[\da-f]{2}|c[a-z]|.)/i,
    );
    if (escaped) return { kind: "one", source: escaped[0] };
    const plain = take(/^./su);
    return { kind: "one", source: plain?.[0] ?? "" };
  }

  function charClass(): string {
    const from = at;
    at += 1;
    while (at < source.length && source[at] !== "]") {
      if (source[at] === "[" && classesNest) charClass();
      else at += source[at] === "\\" ? 2 : 1;
    }
    at += 1;
    return source.slice(from, at);
  }

  return options();
}
