import { pictureAtMost } from "#app/domain/campaign/picture/picture.ts";
import { PictureForm, pictureWordsOf } from "#app/domain/campaign/picture/picture-form.ts";
import { savePicture } from "#app/domain/campaign/picture/save-picture.server.ts";
import { saveWords } from "#app/domain/campaign/save-words.server.ts";
import { versionField } from "#app/domain/campaign/words-form.ts";
import { type FieldError, type FormBody, readFields, type TypedValues } from "#app/http/form.server.ts";
import { readParts } from "#app/http/read-parts.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { makePicture } from "#app/pictures/make-picture.server.ts";

export type Answer = { values: TypedValues; errors: FieldError[]; refused: string | null };

/** Stores a picture or its words in the draft, or removes it. What cannot be stored comes back as typed. */
export async function act(args: ActionFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "write");
  const { db } = args.context;
  const on = { campaignId: campaign.id, actor: `organizer:${organizer.organizerId}` as const };
  const { isWhole, body, upload } = await readUpload(args.request);
  const page = `/organize/c/${campaign.slug}/edit/picture`;
  const refuse = (answer: Partial<Answer>, status: number) =>
    data<Answer>({ values: {}, errors: [], refused: null, ...answer }, { status });
  if (!isWhole) return refuse({ refused: "unreadable" }, 400);

  if (body.getAll("intent")[0] === "remove") {
    const version = versionField.safeParse(body.getAll("version")[0]);
    if (!version.success) return refuse({ refused: "unreadable" }, 400);
    const removed = await saveWords(db, { ...on, version: version.data, words: { picture: null } });
    if (removed.outcome === "gone") throw notFound();
    if (removed.outcome === "stale") return refuse({ refused: "stale-picture" }, 409);
    return redirect(`${page}?done=picture-removed`, 303);
  }

  const form = readFields(body, PictureForm);
  const { values } = form;
  const wrong = (code: string) => [{ field: "picture", code }];
  const tooLarge = upload === "too-large" ? wrong("picture-large") : [];
  if (!form.ok) return refuse({ values, errors: [...tooLarge, ...form.errors] }, 422);
  if (upload === "too-large") return refuse({ values, errors: tooLarge }, 422);
  const made = upload === null ? null : await makePicture(upload);
  if (made && "problem" in made) return refuse({ values, errors: wrong(made.problem) }, 422);

  const input = { ...on, version: form.value.version, words: pictureWordsOf(form.value), made };
  const saved = await savePicture(db, input);
  if (saved.outcome === "gone") throw notFound();
  if (saved.outcome === "no-picture") return refuse({ values, errors: wrong("picture-missing") }, 422);
  if (saved.outcome === "declared-in-public")
    return refuse({ values, errors: [{ field: "people", code: "people-public" }] }, 422);
  if (saved.outcome === "stale") return refuse({ values, refused: "stale-picture" }, 409);
  return redirect(`${page}?done=picture-saved`, 303);
}

type Upload = { isWhole: boolean; body: FormBody; upload: Buffer | "too-large" | null };

/** Reads fields and the picture, which is not kept past its limit. An empty file is none. */
async function readUpload(request: Request): Promise<Upload> {
  const fields: [string, string][] = [];
  let upload: Upload["upload"] = null;
  const isWhole = await readParts(request, {
    field: (name, value) => void fields.push([name, value]),
    file: (name, _fileName, bytes) =>
      name === "picture" && upload === null
        ? takeFile(bytes).then((taken) => {
            upload = taken;
          })
        : null,
  }).catch(() => false);
  const body = {
    getAll: (field: string) => fields.filter(([name]) => name === field).map(([, value]) => value),
  };
  return { isWhole, body, upload };
}

async function takeFile(bytes: AsyncIterable<Uint8Array>): Promise<Upload["upload"]> {
  const blocks: Uint8Array[] = [];
  let length = 0;
  for await (const block of bytes) {
    length += block.length;
    if (length > pictureAtMost) return "too-large";
    blocks.push(block);
  }
  return length === 0 ? null : Buffer.concat(blocks);
}
