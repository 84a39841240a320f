import { numbers } from "./lexicon.ts";

/** Common words of languages in Latin letters, without accents. English and Spanish come first. */
const languages: readonly (readonly [name: string, words: string])[] = [
  [
    "en",
    `the and you your i my we our is are was were be been to of it that this they them their he his she
      her not do
    does did have has had will would should can could for with from by at on if what who how when where
      why there
    no an or but so just please stop all me us am im dont its youre youve out up about because than
      then now never ever
    people company contract ice shame families kids thank thanks end hello agree`,
  ],
  [
    "es",
    `el los las y que en un una por con para su sus mi mis tu tus se lo le les nos me te es son esta
      estan estas
    este esto esa ese eso esos no si ya muy mas pero como cuando donde quien porque sin sobre todo
      todos toda hay
    ser soy somos eres fue era han he ha hace hacer ustedes usted ellos nosotros vosotros yo vos nunca tambien
    voy vamos va van a al del de la gente contrato familias gracias basta empresa hola acuerdo`,
  ],
  [
    "pt",
    `nao voce voces e o os as um uma para por do da dos das no na em que seu sua meu minha nos isso esse essa
    foi sao esta estao muito mais mas como tambem ele ela eles eu ate ja sem pelo pela gente obrigado
      empresa`,
  ],
  [
    "fr",
    `le la les des du et est vous nous je ne pas que qui dans pour sur avec une un ce cette ces votre
      vos notre
    nos mon ma mes il elle ils au aux en sont ont avez etes plus mais tout tous si cest jai merci honte
      contre`,
  ],
  [
    "it",
    `il lo gli le di che non un una per con del della dei delle nel nella sono siete voi noi io mio mia vostro
    vostra questo questa come ma anche piu tutti tutto perche hanno ha e al alla grazie vergogna`,
  ],
  [
    "de",
    `der die das und ist sind nicht ich sie wir ihr ein eine einen dem den des mit von fur auf zu im aus auch
    wie was wenn dass haben hat wird werden euch unser ihre kein keine bitte danke schande mein`,
  ],
  [
    "nl",
    `de het een en van ik je jullie wij zijn niet met voor op dat die deze is aan om te ook maar naar
      uit bij wat
    wie als heeft hebben moet mijn onze geen schande`,
  ],
  [
    "pl",
    `nie i w na z was nas wszystkich jesli sie do to jest ze jak ale co tak za od po dla przez przy ich
      wasz nasz moj jestem sa macie
    prosze wstyd ludzie tylko juz`,
  ],
  ["tr", "ve bir bu da de icin ile ne siz biz ben degil cok gibi ama var yok mi lutfen sizin bizim olarak"],
  [
    "ht",
    "mwen nou yo ou li se ak pou nan pa sa ki te gen ap fe tout moun fanmi konpayi tanpri kontra kote tankou lakay",
  ],
  [
    "vi",
    "khong toi cua la va cac nhung nguoi nay cho voi co mot duoc trong chung hay ban cong ty gia dinh xin hop dong",
  ],
  ["tl", "ang ng mga sa na at ay ko mo ako kayo hindi po ito para kami sila natin ninyo pamilya huwag nila"],
];

const wordsOf = languages.map(([, words]) => new Set(words.trim().split(/\s+/)));

/** Fewer words may be of any language: a name, "Bravo!". */
const wordsAtLeast = 3;
/** Fewer words may hold no common one. */
const wordsToMiss = 5;
/** The least part of the words that are common ones in a language that a text is written in. */
const commonAtLeast = 0.12;
/** The least part of listed words in a text that has fewer common ones: "Abolish ICE now". */
const listedAtLeast = 0.34;
/** The part of the letters that may be of other scripts. */
const foreignAtMost = 0.3;

/**
 * True for a text that is surely English or Spanish, the two languages that are screened, or too short to
 * say. Reads the first 2,000 characters.
 */
export function isScreenedLanguage(text: string): boolean {
  const read = text.slice(0, 2000).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const letters = read.match(/\p{L}/gu) ?? [];
  const latin = read.match(/[a-z]/g) ?? [];
  if (letters.length - latin.length > foreignAtMost * letters.length) return false;
  const words = read.replace(/['’]/g, "").match(/[a-z]{2,}/g) ?? [];
  if (words.length < wordsAtLeast) return true;
  const [english = 0, spanish = 0, ...others] = wordsOf.map(
    (common) => words.filter((word) => common.has(word)).length,
  );
  const screened = Math.max(english, spanish);
  if (Math.max(...others) > screened) return false;
  if (screened >= commonAtLeast * words.length || words.length < wordsToMiss) return true;
  return words.filter((word) => numbers.has(word)).length >= listedAtLeast * words.length;
}
