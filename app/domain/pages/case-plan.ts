import type { Claim, ClaimSection } from "#app/domain/campaign/campaign.ts";
import type { PictureKind, PictureOf } from "#app/domain/campaign/claims/picture-schema.ts";

export type Drawn<K extends PictureKind> = Claim & { picture: PictureOf<K> };

/** A part of the page: one statement with its picture, what is told under it, and the people it names. */
export type Scene = {
  id: string;
  section: ClaimSection;
  main: Claim | null;
  told: Claim[];
  people: Drawn<"person">[];
};

/** What a case shows above its table of all statements. */
export type CasePlan = {
  /** The first growth, on the first screen. */
  hero: Drawn<"growth"> | null;
  scenes: Scene[];
  said: Claim[];
  /** The campaign's opinion on what was said. */
  opinion: Claim | null;
  open: Claim[];
  votes: Drawn<"bars"> | null;
  /** Told to shareholders with the votes. */
  matters: Claim[];
  asks: Claim[];
};

const narrated = ["thesis", "people", "reported", "acted", "image", "conclusion"] as const;
const most = { plain: 2, said: 2, open: 5 };

export const isDrawn = <K extends PictureKind>(claim: Claim, kind: K): claim is Drawn<K> =>
  claim.picture?.kind === kind;

/**
 * Chooses what a case shows: statements with a picture, and those with a short line. In a case that has
 * neither, the first of each section.
 */
export function planCase(claims: readonly Claim[]): CasePlan {
  const hero = claims.find((claim) => isDrawn(claim, "growth")) ?? null;
  const votes = claims.find((claim) => isDrawn(claim, "bars")) ?? null;
  const rest = claims.filter((claim) => claim !== hero && claim !== votes);
  const of = (section: ClaimSection) => rest.filter((claim) => claim.section === section);
  const isPlain = claims.every(({ brief, picture }) => brief === null && picture === null);
  const isShown = (claim: Claim) =>
    claim.brief !== null || (isPlain && of(claim.section).indexOf(claim) < most.plain);
  const company = of("company");
  const statements = company.filter(({ kind }) => kind !== "opinion");
  const quoted = statements.filter(({ quotation }) => quotation !== null);
  return {
    hero: hero && isDrawn(hero, "growth") ? hero : null,
    scenes: narrated.flatMap((section) => scenesOf(section, of(section), isShown)),
    said: (quoted.length > 0 ? quoted : statements.filter(isShown)).slice(0, most.said),
    opinion: company.find((claim) => claim.kind === "opinion" && isShown(claim)) ?? null,
    open: claims.filter(({ openQuestion }) => openQuestion !== null).slice(0, most.open),
    votes: votes && isDrawn(votes, "bars") ? votes : null,
    matters: of("matters").filter(isShown),
    asks: of("ask"),
  };
}

/** A picture begins a scene; what is told right after it belongs to it, and so do people of its section. */
function scenesOf(section: ClaimSection, claims: Claim[], isShown: (claim: Claim) => boolean): Scene[] {
  const scenes: Scene[] = [];
  const begin = (main: Claim | null) => {
    const scene: Scene = {
      id: scenes.length === 0 ? section : `${section}-${scenes.length + 1}`,
      section,
      main,
      told: [],
      people: [],
    };
    scenes.push(scene);
    return scene;
  };
  let last: Scene | null = null;
  for (const claim of claims.filter((one) => !isDrawn(one, "person"))) {
    if (claim.picture) last = begin(claim);
    else if (isShown(claim)) {
      last ??= scenes.find(({ main }) => main === null) ?? begin(null);
      last.told.push(claim);
    } else last = null;
  }
  const people = claims.filter((claim) => isDrawn(claim, "person"));
  if (people.length > 0) (scenes[0] ?? begin(null)).people.push(...people);
  return scenes;
}
