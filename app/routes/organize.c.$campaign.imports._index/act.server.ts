import {
  type ActionFunctionArgs,
  data,
  unstable_parseMultipartFormData as readParts,
  redirect,
} from "@remix-run/node";
import { importFormats } from "#app/domain/imports/import.ts";
import { type Received, receiveImport } from "#app/domain/imports/receive-import.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";

/** What came of it is a word of `imports.problems`, or `frozen`. */
export type Answer = { problem: string; format: string | null };

const answer = (problem: string, format: string | null) => data<Answer>({ problem, format }, { status: 422 });

/** Takes a file in as it comes: the field `format` stands before it, and no more than a block of it is in memory. */
export async function act(args: ActionFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "manage");
  const { db, env } = args.context;
  let format: string | null = null;
  let received: Received | null = null;
  try {
    await readParts(args.request, async ({ name, filename, data: part }) => {
      if (name === "format" && filename === undefined) {
        format = await textOf(part);
        return null;
      }
      const known = importFormats.find((each) => each === format);
      if (name !== "file" || filename === undefined || !known || received) return drain(part);
      const file = { ...scope, format: known, fileName: cleanName(filename) };
      received = await receiveImport(db, env.keys, file, part);
      return null;
    });
  } catch (error) {
    if (!(error instanceof Error) || !/multipart|parse content/i.test(error.message)) throw error;
    return answer("unreadable", format);
  }
  const taken = received as Received | null;
  switch (taken?.outcome) {
    case "received":
      throw redirect(`/organize/c/${campaign.slug}/imports/${taken.publicId}`, 303);
    case "refused":
      return answer(taken.problem, format);
    case "frozen":
      return answer("frozen", format);
    default:
      return answer("unreadable", format);
  }
}

async function textOf(part: AsyncIterable<Uint8Array>): Promise<string> {
  let text = "";
  for await (const chunk of part) if (text.length < 100) text += Buffer.from(chunk).toString("latin1");
  return text.slice(0, 100);
}

async function drain(part: AsyncIterable<Uint8Array>): Promise<null> {
  for await (const _chunk of part);
  return null;
}

/** What a file is called, as text of one line; the browser sends it as bytes of UTF-8. */
const cleanName = (name: string) =>
  Buffer.from(name, "latin1")
    .toString("utf8")
    .replace(/[\p{Cc}\p{Cf}\uFFFD]+/gu, " ")
    .trim() || null;
