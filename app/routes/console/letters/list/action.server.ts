import { z } from "zod";
import type { ListedLetter } from "#app/domain/entries/letters/list/letter-list.ts";
import { searchLetters } from "#app/domain/entries/letters/list/list-letters.server.ts";
import { draftDispatch } from "#app/domain/outgoing/dispatches/drafting/draft-dispatch.server.ts";
import { parseForm, readTyped } from "#app/http/form.server.ts";
import { type FoundInList, findInList } from "#app/http/list.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { unlessGone } from "#app/http/respond.server.ts";

/** What was chosen in a refused form. */
export type Chosen = { letters: readonly string[]; recipient: string };

/** The page's answer to a post. `refused`: a key of `dispatches.alone.refused`. */
export type Answer = FoundInList<ListedLetter> | { refused: string; chosen?: Chosen };

const Draft = z.object({ draft: z.uuid(), recipient: z.uuid(), letters: z.array(z.uuid()) });

export async function act(args: ActionFunctionArgs) {
  const { intent } = await readTyped(args.request);
  return intent === "draft" ? letGoAlone(args) : find(args);
}

async function find(args: ActionFunctionArgs) {
  const { scope } = await requireCampaign(args, "view-names");
  return findInList(args, scope, "letters", searchLetters);
}

/** Drafts a dispatch of the chosen letters, one email each, and opens it. */
async function letGoAlone(args: ActionFunctionArgs) {
  const { campaign, on } = await requireCampaign(args, "write");
  const form = await parseForm(args.request, Draft, ["letters"]);
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
