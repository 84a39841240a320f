import { z } from "zod";
import { type FoundLetters, searchLetters } from "#app/domain/entries/letters/list/search-letters.server.ts";
import { draftDispatch } from "#app/domain/outgoing/dispatches/drafting/draft-dispatch.server.ts";
import { noteSearch } from "#app/domain/record/note-view.server.ts";
import { parseForm, readTyped } from "#app/http/form.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { unlessGone } from "#app/http/respond.server.ts";

/** The page's answer to a post. */
export type Answer = {
  found?: FoundLetters & { typed: string };
  /** A key of `dispatches.alone.refused`. */
  refused?: string;
  /** What was chosen in the refused form. */
  chosen?: { letters: readonly string[]; recipient: string };
};

const SearchFields = z.object({ find: z.string().max(300) });
const Chosen = z.object({ draft: z.uuid(), recipient: z.uuid(), letters: z.array(z.uuid()) });

export async function act(args: ActionFunctionArgs) {
  const { intent } = await readTyped(args.request);
  return intent === "draft" ? letGoAlone(args) : find(args);
}

/** Finds writers. A POST although it changes nothing, so that no name is in an address. */
async function find(args: ActionFunctionArgs) {
  const { scope } = await requireCampaign(args, "view-names");
  const form = await parseForm(args.request, SearchFields);
  if (!form.ok) return data<Answer>({ found: { typed: "", outcome: "too-short" } }, { status: 422 });
  const typed = form.value.find;
  const { db, env } = args.context;
  const found = await searchLetters(db, scope, typed);
  if (found.outcome === "found")
    await noteSearch(db, env.keys, scope, { list: "letters", rows: found.letters.length, typed });
  return data<Answer>({ found: { typed, ...found } });
}

/** Drafts a dispatch of the chosen letters, one email each, and opens it. */
async function letGoAlone(args: ActionFunctionArgs) {
  const { campaign, on } = await requireCampaign(args, "write");
  const form = await parseForm(args.request, Chosen, ["letters"]);
  if (!form.ok) return data<Answer>({ refused: "no-letters" }, { status: 422 });
  const { draft: publicId, recipient: recipientPublicId, letters: letterPublicIds } = form.value;
  const drafted = unlessGone(
    await draftDispatch(args.context.db, {
      ...on,
      publicId,
      recipientPublicId,
      letterPublicIds,
      kind: "individual",
      cause: "organizer",
    }),
  );
  if (drafted.outcome !== "drafted") {
    const chosen = { letters: letterPublicIds, recipient: recipientPublicId };
    return data<Answer>({ refused: drafted.outcome, chosen }, { status: 409 });
  }
  const left = drafted.left > 0 ? `&left=${drafted.left}` : "";
  const page = `/organize/c/${campaign.slug}/letters/dispatches/${publicId}`;
  return redirect(`${page}?done=drafted${left}`, 303);
}
