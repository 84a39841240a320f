import { z } from "zod";
import { hideLetter } from "#app/domain/moderation/hide-letter.server.ts";
import { hidingReasons, letterRefusalReasons } from "#app/domain/moderation/moderation.ts";
import { publishLetter } from "#app/domain/moderation/publish-letter.server.ts";
import { refuseLetter } from "#app/domain/moderation/refuse-letter.server.ts";
import { releaseLetter } from "#app/domain/moderation/release-letter.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { placeAddress, readPlace } from "./place.ts";

const Fields = z.object({
  letter: z.uuid(),
  seen: z.string().max(100),
  decision: z.enum(["release", "refuse", "publish", "hide"]),
  refusal: z.enum(letterRefusalReasons).or(z.literal("")).optional(),
  hiding: z.enum(hidingReasons).or(z.literal("")).optional(),
});

/** `letter`: the one whose button was pressed. `undone`: a key of `lettersPublic.moderation.undone`. */
type Undone = { undone: string; letter: string | null };
const undo = (undone: string, letter: string | null, status: number) =>
  data<Undone>({ undone, letter }, { status });

/** Does what the button says to one letter, and leads back to where the organizer was in the queue. */
export async function act(args: ActionFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "review");
  const form = await parseForm(args.request, Fields);
  if (!form.ok) return undo("form", null, 422);
  const { letter: publicId, seen, decision, refusal, hiding } = form.value;
  const { db, env, wakeMail } = args.context;
  const reviewed = { scope, publicId, seen };

  const decide = async () => {
    switch (decision) {
      case "release":
        return releaseLetter(db, env.keys, reviewed);
      case "publish":
        return publishLetter(db, env.keys, reviewed);
      case "refuse":
        return refusal ? refuseLetter(db, env.keys, { ...reviewed, reason: refusal }) : null;
      case "hide":
        return hiding ? hideLetter(db, env.keys, { ...reviewed, reason: hiding }) : null;
    }
  };
  const decided = await decide();
  if (!decided) return undo("reason-missing", publicId, 422);
  if (decided.outcome === "changed") return undo("changed", publicId, 409);
  wakeMail();
  const place = { ...readPlace(args.request.url), done: decided.outcome };
  return redirect(`/organize/c/${campaign.slug}/letters/moderation${placeAddress(place)}`, 303);
}
