import { z } from "zod";
import { type OrganizerRight, type OrganizerRole, rightsOf } from "#app/domain/access/organizer.ts";
import { changeRights } from "#app/domain/team/change-rights.server.ts";
import { removeMember } from "#app/domain/team/remove-member.server.ts";
import { RightsForm, repeatableTeamFields, rightsChosen } from "#app/domain/team/team-form.ts";
import { parseForm } from "#app/http/form.server.ts";
import { reauthenticate } from "#app/http/reauthenticate.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";

/** The page's answer to a post. */
export type Answer = {
  /** A key of `team.refused`. */
  refused?: string;
  /** What is chosen in the form, if it differs from what is stored. */
  chosen?: { role: OrganizerRole; rights: readonly OrganizerRight[] };
};

const ChangeForm = RightsForm.extend({ seen: z.string("unreadable").max(300) });
const refuse = (answer: Answer, status: number) => data(answer, { status });

/** Changes a member's rights or removes them, for a reauthenticated manager of the campaign. */
export async function act(args: ActionFunctionArgs) {
  const { campaign, organizer, scope } = await requireCampaign(args, "manage");
  const { db } = args.context;
  const memberId = args.params.member ?? "";
  if (!z.uuid().safeParse(memberId).success) throw notFound();
  const peeked = await parseForm(args.request.clone(), z.object({ intent: z.string().optional() }));
  const { intent } = peeked.values;
  const team = `/organize/c/${campaign.slug}/team`;
  const actor = `organizer:${scope.organizerId}` as const;
  const on = { campaignId: campaign.id, actor, memberId };
  const prove = () => reauthenticate(args, organizer, { kind: "team", campaignId: campaign.id });

  if (intent === "remove") {
    const asked = await prove();
    if (asked) return asked;
    const { outcome } = await removeMember(db, on);
    if (outcome === "gone") throw notFound();
    if (outcome !== "removed") return refuse({ refused: outcome }, 409);
    return redirect(memberId === scope.organizerId ? "/organize" : `${team}?done=removed`, 303);
  }
  if (intent === "fill") {
    const form = await parseForm(args.request, RightsForm.pick({ role: true }));
    if (!form.ok) return refuse({ refused: "unreadable" }, 422);
    const { role } = form.value;
    return refuse({ chosen: { role, rights: rightsOf[role] } }, 200);
  }
  const form = await parseForm(args.request.clone(), ChangeForm, repeatableTeamFields);
  if (!form.ok || intent !== "change") return refuse({ refused: "unreadable" }, 422);
  const { role, seen } = form.value;
  const rights = rightsChosen(form.value);
  if (!rights) return refuse({ refused: "role-and-rights", chosen: { role, rights: rightsOf[role] } }, 422);
  const asked = await prove();
  if (asked) return asked;
  const { outcome } = await changeRights(db, { ...on, seen, role, rights });
  if (outcome === "gone") throw notFound();
  if (outcome === "stale") return refuse({ refused: outcome }, 409);
  if (outcome === "last-owner" || outcome === "not-yours") {
    return refuse({ refused: outcome, chosen: { role, rights } }, 409);
  }
  return redirect(`${team}?done=${outcome}`, 303);
}
