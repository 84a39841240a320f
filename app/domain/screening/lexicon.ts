import { type Lexicon, single, soundOf } from "./read-words.ts";
import { dangerClasses } from "./words/danger-words.ts";
import { englishClasses } from "./words/english-words.ts";
import { letterClasses } from "./words/letter-words.ts";
import { whereaboutsClasses } from "./words/location-words.ts";
import { spanishClasses } from "./words/spanish-words.ts";
import { threatClasses } from "./words/threat-words.ts";

const members = readClasses({
  ...englishClasses,
  ...spanishClasses,
  ...whereaboutsClasses,
  ...threatClasses,
  ...dangerClasses,
  ...letterClasses,
});

/** The numbers of all listed words, from 1; 0 is a word in no list. */
export const numbers: ReadonlyMap<string, number> = new Map(
  [...new Set([...members.values()].flatMap((list) => [...list]))].map((word, at) => [word, at + 1]),
);

const marks = new Map(
  [...members].map(([name, list]) => {
    const mark = new Uint8Array(numbers.size + 1);
    for (const word of list) mark[numbers.get(word) ?? 0] = 1;
    return [name, mark];
  }),
);

/** True where the numbered word is of the class. */
export const isOf = (id: number, name: string): boolean => marks.get(name)?.[id] === 1;

const harmful = [
  ..."KILL KILLS KILLING KILLED TORCH TORCHED BREAKB INSULT SLUR WEAPON BOMB DIE".split(" "),
  ..."MATAR MATARTE MATO MATARE MATE MATEN MATENLO MATADO QUEMAR QUEMARLE INSULTO ES_SLUR HURT RUIN".split(
    " ",
  ),
];
const addressed = "YOU THEM YOUR PERSON CLITIC GENTE FIRST".split(" ");

const singles = new Map<string, number>();
const prefixes = new Set<string>();
for (const [word, id] of numbers) {
  const form = single(word);
  if (form.length > 2 && !singles.has(form)) singles.set(form, id);
  for (let length = 1; length <= word.length; length++) prefixes.add(word.slice(0, length));
}
const isAny = (names: readonly string[]) => {
  const ids = new Set([...numbers.values()].filter((id) => names.some((name) => isOf(id, name))));
  return (id: number) => ids.has(id);
};

const isHarmful = isAny(harmful);
const isDanger = isAny(Object.keys(dangerClasses));
const consonants = new Map<string, number>();
const sounds = new Map<string, number>();
for (const [word, id] of numbers) {
  const skeleton = word.replace(/[aeiouy]/g, "");
  if (isHarmful(id) && skeleton.length > 2 && !consonants.has(skeleton)) consonants.set(skeleton, id);
  if ((isHarmful(id) || isDanger(id)) && word.length > 4 && !sounds.has(soundOf(word)))
    sounds.set(soundOf(word), id);
}

export const lexicon: Lexicon = {
  idOf: (word) => numbers.get(word),
  idOfSingle: (word) => singles.get(word),
  begins: (letters) => prefixes.has(letters),
  idOfConsonants: (letters) => consonants.get(letters),
  idOfSound: (sound) => sounds.get(sound),
  isDisguised: isHarmful,
  isAddressed: isAny(addressed),
};

/** Words of a class are separated by spaces. A class may name others: `<KIN>`. */
type Classes = Readonly<Record<string, string>>;

/** Reads classes with the words of the classes that they name. */
function readClasses(classes: Classes): Map<string, Set<string>> {
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
