import type { CasePicture } from "#app/domain/campaign/campaign.ts";
import type { StoredPicture } from "#db/schema/index.ts";

/** Bytes of an uploaded picture, and of its whole form: the words of one too large are kept. */
export const maxPictureBytes = 10 * 1024 * 1024;
export const maxPictureFormBytes = 64 * 1024 * 1024;

/** Pixels; wider than the original are left out. */
const pictureWidths = [640, 960, 1280, 1920] as const;
/** For browsers without WebP. */
const fallbackWidth = 1280;

/** Why an upload was refused: codes of `editing.errors`. */
export const pictureProblems = [
  "picture-kind",
  "picture-broken",
  "picture-moves",
  "picture-pixels",
  "picture-small",
  "picture-shape",
  "picture-late",
  "picture-busy",
] as const;
export type PictureProblem = (typeof pictureProblems)[number];

export type PictureType = "webp" | "jpeg";
export type PictureFile = { width: number; type: PictureType; bytes: Buffer };
/** `width` and `height` are of the JPEG file, which every browser reads. */
export type PictureMade = { width: number; height: number; files: PictureFile[] };

export type PictureAnswer = PictureMade | { problem: PictureProblem };

/** Lists the widths of files to make of a picture this wide. */
export const widthsOf = (own: number) => pictureWidths.filter((width) => width <= own);
export const fallbackOf = (own: number) => Math.max(...widthsOf(Math.min(own, fallbackWidth)));

/** What an organizer declares about people on a picture. `keptAt`: where their consent is kept. */
export type DeclaredPeople = { people: "none" } | { people: "consented"; keptAt: string };

export const pictureTypes = { webp: "image/webp", jpeg: "image/jpeg" } as const;
const endings = { webp: "webp", jpeg: "jpg" } as const;
export const pictureFileName = (key: string, width: number, type: PictureType) =>
  `${key}-${width}.${endings[type]}`;

/** Reads the name of a file; null where it is none. */
export function readFileName(name: string): { key: string; width: number; type: PictureType } | null {
  const [, key = "", width, ending] = /^([0-9a-f]{20})-(\d{3,4})\.(webp|jpg)$/.exec(name) ?? [];
  return width ? { key, width: Number(width), type: ending === "jpg" ? "jpeg" : "webp" } : null;
}

/** Returns the picture for a page. `folder`: where its files are; `locale`: the language of what it shows. */
export function pictureOf(stored: StoredPicture, folder: string, locale: string): CasePicture {
  const { width, height, credit, licence } = stored;
  const facts = { width, height, credit, licence };
  if (!("key" in stored)) return { ...facts, src: stored.src, alt: stored.alt };
  const at = (each: number, type: PictureType) => `${folder}/${pictureFileName(stored.key, each, type)}`;
  return {
    ...facts,
    src: at(width, "jpeg"),
    webp: stored.widths.map((each) => `${at(each, "webp")} ${each}w`).join(", "),
    alt: stored.alts[locale] ?? Object.values(stored.alts)[0] ?? "",
  };
}
