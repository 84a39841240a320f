import { isOf, numbers } from "./lexicon.ts";
import { dangerClasses } from "./words/danger-words.ts";
import { letterClasses } from "./words/letter-words.ts";

/**
 * The tag of a word is the first line that names one of its classes. English and Spanish share the lines, so
 * that what is learned in one language counts in the other.
 */
const tags = `
  QUOTED REPORT ES_REPORT CALLED
  WEAPON BOMB BULLET TOOL ARMA BOMBA
  KILL KILLS KILLING KILLED MATAR MATARTE MATO MATARE MATE MATEN MATENLO MATARA MATANDO MATADO MATA
  TORCH TORCHING TORCHED QUEMAR QUEMARLE QUEMO QUEMARE QUEMEN QUEMENLE QUEMADO
  DIE MORIR
  SLUR ES_SLUR
  INSULTSTRONG INSULTOFUERTE INSULT INSULTO
  FEAR ES_FEAR
  NEG ES_NEG
  FIRST GO
  MY MINE
  YOUR SU
  YOU ES_YOU CLITICYOU
  IF
  WILL WANT WILLS
  SHOULD MUST
  WISH OJALA
  TEMPER ES_TEMPER MSG ABSTRACT ES_ABSTRACT
  VIOLENCE
  GRIM
  BODY CUERPO
  KIN PARIENTE
  PROTECTED
  OFFICE OFICIO PERSON PERSONS GENTE
  HOME HOGAR
  PLACE LUGAR CAR
  OTHERS ES_OTHERS
  COMPLICIT
  HURT HURTS HURTING HURTED RUIN HERIR HERIRTE HERIRE HIERAN HIERENLO BREAKB BREAKING BREAKED
  SOON TIME
  THEM HE THEIR POSS
  SOMEONE ALGUIEN
  VILE VILER VIL ADORN ADORNO
  ORIGIN PUEBLO
  BE SOIS
  PAST
  PREP CONJ
  DET EL
`
  .trim()
  .split("\n")
  .map((line) => line.trim().split(" "));

/** Classes of danger and of honest letters, English and Spanish in one row. */
const subjects = [...Object.keys(dangerClasses), ...Object.keys(letterClasses)];

/** Classes that matter on their own. */
const classes = [
  ...tags.flat(),
  ..."COMING ADVERB CLITIC VAS WITH ALL PUT STREET ABODE WHOSE".split(" "),
  ...subjects,
];

/** What a sentence is about, anywhere in it: who, to whom, how, and which subjects. */
const scenes = [
  ...`
  FIRST
  MY
  MINE
  YOUR SU
  YOU ES_YOU CLITICYOU
  THEM
  HE
  THEIR
  IF
  NEG ES_NEG
  WILL WANT
  SHOULD MUST
  WISH OJALA
  PAST
  SOMEONE ALGUIEN
  KIN PARIENTE
  PERSON GENTE
  OFFICE OFICIO
  REPORT ES_REPORT
  FEAR ES_FEAR
`
    .trim()
    .split("\n"),
  ...subjects,
].map((line) => line.trim().split(" "));

/** What the lists say of a word. `tag` is 0 for a word in none of the lines. */
export type Marks = { word: string; tag: number; classes: readonly number[]; scenes: readonly number[] };

export const sceneCount = scenes.length;

export const marksOf: readonly Marks[] = readMarks();

function readMarks(): Marks[] {
  const all: Marks[] = [];
  for (const [word, id] of numbers) {
    const isAny = (names: readonly string[]) => names.some((name) => isOf(id, name));
    all[id] = {
      word,
      tag: tags.findIndex(isAny) + 1,
      classes: [...classes.keys()].filter((n) => isOf(id, classes[n] ?? "")),
      scenes: [...scenes.keys()].filter((n) => isAny(scenes[n] ?? [])),
    };
  }
  return all;
}
