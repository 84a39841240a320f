import { createHash } from "node:crypto";
import { lockCampaign, type OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { readEditedWords } from "#app/domain/campaign/read-edit.server.ts";
import { isSameValue } from "#app/domain/campaign/same-value.ts";
import { saveWordsIn, type WordsSaved } from "#app/domain/campaign/words/save-words.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { pictureFiles, pictures } from "#db/schema/index.ts";
import { findDeclared } from "./find-picture.server.ts";
import type { DeclaredPeople, PictureMade } from "./picture.ts";
import type { PictureTexts } from "./picture-form.ts";

export type PictureSaved =
  | WordsSaved
  /** Nothing was uploaded, and there is no picture to describe. Nothing was stored. */
  | { outcome: "no-picture" }
  /**
   * Declarations about the public picture take effect at once: only "manage" changes them. Nothing was
   * stored.
   */
  | { outcome: "declared-in-public" };

type SaveInput = OnCampaign & {
  /** The version the edit began on. */
  version: number;
  words: PictureTexts;
  /** Null: only the picture's words change. */
  made: PictureMade | null;
};

/**
 * Stores a picture in the draft of what a campaign says, with what was declared of the people on it, by whom
 * and when. `publishWords` makes it public.
 */
export async function savePicture(
  db: Db,
  { words: { people, ...words }, made, version, ...on }: SaveInput,
  now = new Date(),
): Promise<PictureSaved> {
  const uploaded = made && placeOf(made);
  return db.transaction(async (tx): Promise<PictureSaved> => {
    if (!(await lockCampaign(tx, on, "write"))) return { outcome: "gone" };
    const edited = await readEditedWords(tx, on.campaignId);
    const before = (edited?.draft ?? edited?.live)?.picture ?? null;
    const place = uploaded ?? (before && "key" in before ? before : null);
    if (!place) return { outcome: "no-picture" };
    const { key, width, height, widths } = place;
    const live = edited?.live.picture;
    const declared =
      live && "key" in live && live.key === key && (await findDeclared(tx, on.campaignId, key));
    if (declared && !isSameValue(declared.people, people) && !(await lockCampaign(tx, on, "manage")))
      return { outcome: "declared-in-public" };
    const picture = { key, width, height, widths, ...words };
    const saved = await saveWordsIn(tx, { ...on, version, words: { picture } }, now);
    if (saved.outcome !== "saved") return saved;
    await declare(tx, { ...on, key }, people, now);
    if (made) {
      const files = made.files.map((file) => ({ campaignId: on.campaignId, key, ...file }));
      await tx.insert(pictureFiles).values(files).onConflictDoNothing();
    }
    return saved;
  });
}

/** Derives a picture's key from its files, so that the same files have the same key. */
function placeOf({ files, width, height }: PictureMade) {
  const hash = createHash("sha256");
  for (const file of files)
    hash.update(`${file.type} ${file.width} ${file.bytes.length}\n`).update(file.bytes);
  const widths = files.filter(({ type }) => type === "webp").map((file) => file.width);
  return { key: hash.digest("hex").slice(0, 20), width, height, widths };
}

/** Stores a declaration if it differs from the last one. */
async function declare(
  tx: Tx,
  { campaignId, actor, key }: OnCampaign & { key: string },
  people: DeclaredPeople,
  now: Date,
): Promise<void> {
  const before = await findDeclared(tx, campaignId, key);
  if (isSameValue(before?.people, people)) return;
  const declared = {
    people: people.people,
    consentKept: people.people === "consented" ? people.keptAt : null,
    declaredBy: actor,
    declaredAt: now,
  };
  await tx
    .insert(pictures)
    .values({ campaignId, key, ...declared })
    .onConflictDoUpdate({ target: [pictures.campaignId, pictures.key], set: declared });
  const detail = { picture: key, people: people.people };
  await recordAudit(tx, { actor, action: "picture-declared", campaignId, subject: null, detail }, now);
}
