import { versionField } from "#app/domain/campaign/forms/words-form.ts";
import type { OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { maxPictureBytes } from "#app/domain/campaign/picture/picture.ts";
import { PictureForm, pictureWordsOf } from "#app/domain/campaign/picture/picture-form.ts";
import { savePicture } from "#app/domain/campaign/picture/save-picture.server.ts";
import { saveWords } from "#app/domain/campaign/words/save-words.server.ts";
import { type FieldError, type FormBody, readFields, type TypedValues } from "#app/http/form.server.ts";
import { readParts } from "#app/http/read-parts.server.ts";
import { type ActionFunctionArgs, type AppLoadContext, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { unlessGone } from "#app/http/respond.server.ts";
import { beginUpload, makePicture } from "#app/pictures/make-picture.server.ts";

export type Answer = { values: TypedValues; errors: FieldError[]; refused: string | null };

/** Stores a picture or its words in the draft, or removes it. What cannot be stored comes back as typed. */
export async function act(args: ActionFunctionArgs) {
  const { campaign, organizer, on } = await requireCampaign(args, "write");
  const place: { end?: () => void } = {};
  const begin = () => {
    const end = beginUpload(organizer.organizerId);
    if (end) place.end = end;
    return end !== null;
  };
  try {
    const taken = await readUpload(args.request, begin);
    return await store(args.context, { slug: campaign.slug, on }, taken);
  } finally {
    place.end?.();
  }
}

async function store(
  { db }: AppLoadContext,
  { slug, on }: { slug: string; on: OnCampaign },
  { isWhole, body, upload }: Taken,
) {
  const page = `/organize/c/${slug}/edit/picture`;
  const refuse = (answer: Partial<Answer>, status: number) =>
    data<Answer>({ values: {}, errors: [], refused: null, ...answer }, { status });
  if (!isWhole) return refuse({ refused: "unreadable" }, 400);

  if (body.getAll("intent")[0] === "remove") {
    const version = versionField.safeParse(body.getAll("version")[0]);
    if (!version.success) return refuse({ refused: "unreadable" }, 400);
    const removed = unlessGone(
      await saveWords(db, { ...on, version: version.data, words: { picture: null } }),
    );
    if (removed.outcome === "stale") return refuse({ refused: "stale-picture" }, 409);
    return redirect(`${page}?done=picture-removed`, 303);
  }

  const form = readFields(body, PictureForm);
  const { values } = form;
  const wrong = (code: string) => [{ field: "picture", code }];
  const notTaken = typeof upload === "string" ? wrong(upload) : [];
  if (!form.ok) return refuse({ values, errors: [...notTaken, ...form.errors] }, 422);
  if (typeof upload === "string") return refuse({ values, errors: notTaken }, 422);
  const made = upload === null ? null : await makePicture(upload);
  if (made && "problem" in made) return refuse({ values, errors: wrong(made.problem) }, 422);

  const input = { ...on, version: form.value.version, words: pictureWordsOf(form.value), made };
  const saved = unlessGone(await savePicture(db, input));
  if (saved.outcome === "no-picture") return refuse({ values, errors: wrong("picture-missing") }, 422);
  if (saved.outcome === "declared-in-public")
    return refuse({ values, errors: [{ field: "people", code: "people-public" }] }, 422);
  if (saved.outcome === "stale") return refuse({ values, refused: "stale-picture" }, 409);
  return redirect(`${page}?done=picture-saved`, 303);
}

type Upload = Buffer | "picture-large" | "picture-busy" | null;
type Taken = { isWhole: boolean; body: FormBody; upload: Upload };

/**
 * Reads the fields and the first picture. A picture is dropped past the size limit and if `begin` refuses it;
 * an empty file counts as none.
 */
async function readUpload(request: Request, begin: () => boolean): Promise<Taken> {
  const fields: [string, string][] = [];
  let taken: Promise<Upload> | null = null;
  const isWhole = await readParts(request, {
    field: (name, value) => void fields.push([name, value]),
    file: (name, _fileName, bytes) => {
      if (name !== "picture" || taken) return null;
      taken = takeFile(bytes, begin);
      return taken;
    },
  }).catch(() => false);
  const body = {
    getAll: (field: string) => fields.filter(([name]) => name === field).map(([, value]) => value),
  };
  return { isWhole, body, upload: isWhole ? await taken : null };
}

async function takeFile(bytes: AsyncIterable<Uint8Array>, begin: () => boolean): Promise<Upload> {
  const blocks: Uint8Array[] = [];
  let length = 0;
  for await (const block of bytes) {
    if (length === 0 && !begin()) return "picture-busy";
    length += block.length;
    if (length > maxPictureBytes) return "picture-large";
    blocks.push(block);
  }
  return length === 0 ? null : Buffer.concat(blocks);
}
