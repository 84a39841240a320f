import { mayDo } from "#app/domain/access/organizer.ts";
import { findDeclared } from "#app/domain/campaign/picture/find-picture.server.ts";
import { pictureOf } from "#app/domain/campaign/picture/picture.ts";
import { fieldsOfPicture } from "#app/domain/campaign/picture/picture-form.ts";
import { readEditedWords } from "#app/domain/campaign/read-edit.server.ts";
import { isSameValue } from "#app/domain/campaign/same-value.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { writeMoment } from "#app/ui/console/moment.tsx";

/** Loads the draft picture, with what was declared of people on it. */
export async function load(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const { db } = args.context;
  const edited = await readEditedWords(db, campaign.id);
  if (!edited) throw notFound();
  const { version, live, draft } = edited;
  const { picture, languages } = draft ?? live;
  const key = picture && "key" in picture ? picture.key : null;
  const declared = key === null ? null : await findDeclared(db, campaign.id, key);
  const folder = `/organize/c/${campaign.slug}/edit/picture`;
  return {
    slug: campaign.slug,
    version,
    picture: picture && pictureOf(picture, folder, languages[0] ?? "en"),
    isUploaded: key !== null,
    isPublic: isSameValue(picture, live.picture),
    declared: declared && { ...declared, at: writeMoment(new Date(declared.at)) },
    // People must be declared with each save: the file may be another one.
    fields: { ...fieldsOfPicture(picture, declared?.people ?? null), people: "" },
    mayWrite: mayDo(campaign, "write"),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export type PicturePage = Awaited<ReturnType<typeof load>>;
