/**
 * Phrases over classes of words, as places that follow each other (Glushkov's construction).
 *
 * A phrase is written as words (`watch your back`), alternatives of one word (`a|an|the`), classes
 * (`<HARM>`), groups (`(gun down / shoot)`), `?`, `*` and `+` after any of these, `.` for any word of the
 * sentence, and `{victim}` for a part that is written elsewhere.
 */
export type Rule<Kind extends string> = { kind: Kind; guards: string; source: string };

type Part = { nullable: boolean; first: number[]; last: number[] };

/** The places of all phrases; each expects one element of one rule. */
export type Places = {
  elements: ReadonlyMap<string, number>;
  elementAt: readonly number[];
  ruleAt: readonly number[];
  follow: readonly ReadonlySet<number>[];
  accepting: readonly boolean[];
  initial: readonly number[];
};

export function placePhrases(
  rules: readonly Rule<string>[],
  parts: Readonly<Record<string, string>>,
): Places {
  const elements = new Map<string, number>();
  const elementAt: number[] = [];
  const ruleAt: number[] = [];
  const follow: Set<number>[] = [];
  const accepting: boolean[] = [];
  const initial: number[] = [];
  let current = 0;

  const position = (element: string): Part => {
    if (element === "" || /^[|/()?*+]/.test(element)) {
      throw new Error(`“${element}” is no element of: ${rules[current]?.source}`);
    }
    let number = elements.get(element);
    if (number === undefined) {
      number = elements.size;
      elements.set(element, number);
    }
    const at = elementAt.push(number) - 1;
    ruleAt.push(current);
    follow.push(new Set());
    accepting.push(false);
    return { nullable: false, first: [at], last: [at] };
  };
  const link = (from: readonly number[], to: readonly number[]) => {
    for (const one of from) for (const next of to) follow[one]?.add(next);
  };
  const sequence = (left: Part, right: Part): Part => {
    link(left.last, right.first);
    return {
      nullable: left.nullable && right.nullable,
      first: left.nullable ? [...left.first, ...right.first] : left.first,
      last: right.nullable ? [...left.last, ...right.last] : right.last,
    };
  };
  const either = (left: Part, right: Part): Part => ({
    nullable: left.nullable || right.nullable,
    first: [...left.first, ...right.first],
    last: [...left.last, ...right.last],
  });

  for (const [n, rule] of rules.entries()) {
    current = n;
    const whole = parse(expand(rule.source, parts), { position, sequence, either, link });
    if (whole.nullable) throw new Error(`This phrase may be empty: ${rule.source}`);
    initial.push(...whole.first);
    for (const at of whole.last) accepting[at] = true;
  }

  if (elementAt.length > 0xffff) throw new Error("There are more places than one character can number.");
  return { elements, elementAt, ruleAt, follow, accepting, initial };
}

function expand(source: string, parts: Readonly<Record<string, string>>): string {
  let whole = source;
  for (let depth = 0; /\{\w+\}/.test(whole); depth++) {
    if (depth > 9) throw new Error(`Parts name each other: ${source}`);
    whole = whole.replace(/\{(\w+)\}/g, (_, name: string) => {
      const part = parts[name];
      if (part === undefined) throw new Error(`No part is called ${name}.`);
      return `( ${part} )`;
    });
  }
  return whole;
}

type Builder = {
  position: (element: string) => Part;
  sequence: (left: Part, right: Part) => Part;
  either: (left: Part, right: Part) => Part;
  link: (from: readonly number[], to: readonly number[]) => void;
};

function parse(source: string, build: Builder): Part {
  const tokens = source.match(/[()/|?*+]|<[^<>]*>|[^\s()/|?*+<>]+(?:\|[^\s()/|?*+<>]+)*/g) ?? [];
  let at = 0;
  const empty: Part = { nullable: true, first: [], last: [] };
  const alternatives = (): Part => {
    let all = items();
    while (tokens[at] === "/") {
      at += 1;
      all = build.either(all, items());
    }
    return all;
  };
  const items = (): Part => {
    let all = empty;
    while (at < tokens.length && tokens[at] !== ")" && tokens[at] !== "/") all = build.sequence(all, item());
    return all;
  };
  const atom = (): Part => {
    const token = tokens[at] ?? "";
    at += 1;
    if (token !== "(") return build.position(token);
    const part = alternatives();
    if (tokens[at] !== ")") throw new Error(`A bracket is open: ${source}`);
    at += 1;
    return part;
  };
  const item = (): Part => {
    let part = atom();
    while (tokens[at] === "|") {
      at += 1;
      part = build.either(part, atom());
    }
    const times = tokens[at];
    if (times === "?" || times === "*" || times === "+") {
      at += 1;
      if (times !== "?") build.link(part.last, part.first);
      if (times !== "+") part = { nullable: true, first: part.first, last: part.last };
    }
    return part;
  };
  const whole = alternatives();
  if (at < tokens.length) throw new Error(`A bracket is closed that was not open: ${source}`);
  return whole;
}
