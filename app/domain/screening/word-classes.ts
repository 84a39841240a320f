/** Words of a class are separated by spaces. A class may name others: `<KIN>`. */
export type Classes = Readonly<Record<string, string>>;

/** Reads classes with the words of the classes that they name. */
export function readClasses(classes: Classes): Map<string, Set<string>> {
  const read = new Map<string, Set<string>>();
  const of = (name: string): Set<string> => {
    const known = read.get(name);
    if (known) return known;
    const list = new Set<string>();
    read.set(name, list);
    const source = classes[name];
    if (source === undefined) throw new Error(`No class is called ${name}.`);
    for (const word of source.trim().split(/\s+/)) {
      const other = /^<(\w+)>$/.exec(word)?.[1];
      if (other) for (const one of of(other)) list.add(one);
      else if (word !== "") list.add(word);
    }
    return list;
  };
  for (const name of Object.keys(classes)) of(name);
  return read;
}

/** Lists words an element names itself. `^` is the beginning of a sentence. */
export const wordsIn = (element: string): string[] =>
  element
    .replace(/^<\^?|>$/g, "")
    .split("|")
    .filter((word) => word === word.toLowerCase())
    .map((word) => (word === "^" ? "|" : word));

/**
 * Reads an element: `<A|B>` is of either class, `<^A|B>` of neither, `<NAME>` what looks like a name (and
 * what the class lists).
 */
export function readElement(
  element: string,
  members: ReadonlyMap<string, Set<string>>,
  words: ReadonlyMap<string, number>,
) {
  const ids = new Set<number>();
  const add = (list: Iterable<string>) => {
    for (const word of list) ids.add(words.get(word) ?? -1);
  };
  if (element === ".") {
    add(["|"]);
    return { ids, open: true, name: true };
  }
  if (!element.startsWith("<")) {
    add(wordsIn(element));
    return { ids, open: false, name: false };
  }
  const open = element.startsWith("<^");
  const names = element.slice(open ? 2 : 1, -1).split("|");
  for (const name of names) {
    const list = members.get(name) ?? (name === name.toLowerCase() ? [name] : null);
    if (!list) throw new Error(`No class is called ${name}.`);
    add(list);
  }
  if (open) add(["|"]);
  return { ids, open, name: names.includes("NAME") !== open };
}
