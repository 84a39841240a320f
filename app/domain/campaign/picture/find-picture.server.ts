import { and, eq, sql } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import type { Actor } from "#app/domain/record/record.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { campaigns, organizers, pictureFiles, pictures } from "#db/schema/index.ts";
import type { DeclaredPeople, PictureType } from "./picture.ts";

/** What was declared about a picture. `by`: the organizer's name; null: the operator. */
export type Declared = { people: DeclaredPeople; by: string | null; at: string };

export async function findDeclared(db: DbOrTx, campaignId: number, key: string): Promise<Declared | null> {
  const [row] = await db
    .select()
    .from(pictures)
    .where(and(eq(pictures.campaignId, campaignId), eq(pictures.key, key)));
  if (!row) return null;
  const people: DeclaredPeople =
    row.people === "consented" ? { people: "consented", keptAt: row.consentKept ?? "" } : { people: "none" };
  const id = organizerOf(row.declaredBy as Actor);
  const [by] = id
    ? await db.select({ name: organizers.name }).from(organizers).where(eq(organizers.id, id))
    : [];
  return { people, by: by?.name ?? null, at: row.declaredAt.toISOString() };
}

type Which = { campaignId: number; key: string; width: number; type: PictureType };

/** Reads a file of a picture, that of a draft as well: for organizers alone. */
export async function readPictureFile(db: DbOrTx, which: Which): Promise<Buffer | null> {
  const { campaignId, key, width, type } = which;
  const [row] = await db
    .select({ bytes: pictureFiles.bytes })
    .from(pictureFiles)
    .where(
      and(
        eq(pictureFiles.campaignId, campaignId),
        eq(pictureFiles.key, key),
        eq(pictureFiles.width, width),
        eq(pictureFiles.type, type),
      ),
    );
  return row?.bytes ?? null;
}

/**
 * Reads a file of the public picture in the width and format that was asked for, under the name it has now:
 * a page that was kept may ask for the picture before.
 */
export async function readPublicFile(
  db: DbOrTx,
  { campaignId, width, type }: Omit<Which, "key">,
): Promise<{ key: string; bytes: Buffer } | null> {
  const [row] = await db
    .select({ key: pictureFiles.key, bytes: pictureFiles.bytes })
    .from(pictureFiles)
    .innerJoin(campaigns, eq(campaigns.id, pictureFiles.campaignId))
    .where(
      and(
        eq(campaigns.id, campaignId),
        sql`${pictureFiles.key} = ${campaigns.picture} ->> 'key'`,
        eq(pictureFiles.width, width),
        eq(pictureFiles.type, type),
      ),
    );
  return row ?? null;
}
