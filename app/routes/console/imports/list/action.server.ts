import { importFormats } from "#app/domain/entries/imports/import.ts";
import { type Received, receiveImport } from "#app/domain/entries/imports/running/receive-import.server.ts";
import { readParts } from "#app/http/read-parts.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";

/** Why nothing was uploaded: a key of `imports.problems`, or `frozen`. */
export type Answer = { problem: string; format: string | null };

const answer = (problem: string, format: string | null) =>
  data<Answer>({ problem, format }, { status: problem === "unreadable" ? 400 : 422 });

/** Receives a file as a stream: `format` precedes it, and at most one block is in memory. */
export async function act(args: ActionFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "manage");
  const { db, env } = args.context;
  let format: string | null = null;
  let received: Promise<Received> | null = null;
  const isWhole = await readParts(args.request, {
    field(name, value) {
      if (name === "format") format = value.slice(0, 100);
    },
    file(name, fileName, bytes) {
      const known = importFormats.find((each) => each === format);
      if (name !== "file" || !known || received) return null;
      received = receiveImport(db, env.keys, { ...scope, format: known, fileName }, bytes);
      return received;
    },
  });
  const taken = (await received) as Received | null;
  if (!isWhole && taken?.outcome !== "received") return answer("unreadable", format);
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
