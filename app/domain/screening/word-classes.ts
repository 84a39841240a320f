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
