import { compile } from "./automaton.ts";
import { type Lexicon, single, soundOf } from "./read-words.ts";
import { dangerClasses } from "./words/danger-words.ts";
import { englishAttacks } from "./words/english-attacks.ts";
import { englishCalls } from "./words/english-calls.ts";
import { englishParts } from "./words/english-parts.ts";
import { englishThreats } from "./words/english-threats.ts";
import { englishClasses } from "./words/english-words.ts";
import { letterClasses } from "./words/letter-words.ts";
import { menaceClasses } from "./words/menace-words.ts";
import { spanishAttacks } from "./words/spanish-attacks.ts";
import { spanishParts } from "./words/spanish-parts.ts";
import { spanishThreats } from "./words/spanish-threats.ts";
import { spanishClasses } from "./words/spanish-words.ts";
import { whereaboutsClasses } from "./words/whereabouts-words.ts";

const classes = {
  ...englishClasses,
  ...spanishClasses,
  ...whereaboutsClasses,
  ...menaceClasses,
  ...dangerClasses,
  ...letterClasses,
  NAME: "nadella satya",
};

export const rules = [
  ...englishThreats,
  ...englishCalls,
  ...englishAttacks,
  ...spanishThreats,
  ...spanishAttacks,
];

export const automaton = compile(rules, classes, { ...englishParts, ...spanishParts });

const harmful = [
  ..."KILL KILLS KILLING KILLED TORCH TORCHED BREAKB INSULT SLUR WEAPON BOMB DIE".split(" "),
  ..."MATAR MATARTE MATO MATARE MATE MATEN MATENLO MATADO QUEMAR QUEMARLE INSULTO ES_SLUR HURT RUIN".split(
    " ",
  ),
];
const addressed = "YOU THEM YOUR PERSON CLITIC GENTE FIRST".split(" ");

const singles = new Map<string, number>();
const prefixes = new Set<string>();
for (const [word, id] of automaton.words) {
  const form = single(word);
  if (form.length > 2 && !singles.has(form)) singles.set(form, id);
  for (let length = 1; length <= word.length; length++) prefixes.add(word.slice(0, length));
}
const isAny = (names: readonly string[]) => {
  const ids = new Set(
    [...automaton.words.values()].filter((id) => names.some((name) => automaton.isOf(id, name))),
  );
  return (id: number) => ids.has(id);
};

const isHarmful = isAny(harmful);
const isDanger = isAny(Object.keys(dangerClasses));
const consonants = new Map<string, number>();
const sounds = new Map<string, number>();
for (const [word, id] of automaton.words) {
  const skeleton = word.replace(/[aeiouy]/g, "");
  if (isHarmful(id) && skeleton.length > 2 && !consonants.has(skeleton)) consonants.set(skeleton, id);
  if ((isHarmful(id) || isDanger(id)) && word.length > 4 && !sounds.has(soundOf(word)))
    sounds.set(soundOf(word), id);
}

export const lexicon: Lexicon = {
  idOf: automaton.idOf,
  idOfSingle: (word) => singles.get(word),
  begins: (letters) => prefixes.has(letters),
  idOfConsonants: (letters) => consonants.get(letters),
  idOfSound: (sound) => sounds.get(sound),
  isDisguised: isHarmful,
  isAddressed: isAny(addressed),
};
