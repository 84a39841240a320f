import { type OrganizerRight, rightsOf } from "#app/domain/access/organizer.ts";
import { inviteByMail } from "#app/domain/team/invite-by-mail.server.ts";
import { renewInvitation, revokeInvitation } from "#app/domain/team/renew-invitation.server.ts";
import {
  InviteForm,
  OneInvitation,
  RightsForm,
  repeatableTeamFields,
  rightsChosen,
} from "#app/domain/team/team-form.ts";
import { type FieldError, parseForm, readTyped, type TypedValues } from "#app/http/form.server.ts";
import { reauthenticate } from "#app/http/reauthenticate.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { unlessGone } from "#app/http/respond.server.ts";

/** The page's answer to a post. */
export type Answer = {
  /** A key of `team.refused`. */
  refused?: string;
  errors?: FieldError[];
  values?: TypedValues;
  /** The rights of a chosen role, to be ticked. */
  filled?: readonly OrganizerRight[];
};

/** Days that a link works which was sent again. */
const renewedDays = 3;

const refuse = (answer: Answer, status: number) => data(answer, { status });

/** Does what the button says, for a person who manages the campaign and has reauthenticated. */
export async function act(args: ActionFunctionArgs) {
  const { campaign, organizer, scope, on: who } = await requireCampaign(args, "manage");
  const { db, env, wakeMail } = args.context;
  const { intent } = await readTyped(args.request);
  const page = `/organize/c/${campaign.slug}/team`;
  const done = (word: string) => redirect(`${page}?done=${word}`, 303);
  const prove = () => reauthenticate(args, organizer, { kind: "team", campaignId: campaign.id });

  if (intent === "fill") {
    const form = await parseForm(args.request, RightsForm.pick({ role: true }));
    const { values } = await parseForm(args.request, InviteForm, repeatableTeamFields);
    return form.ok
      ? refuse({ values, filled: rightsOf[form.value.role] }, 200)
      : refuse({ refused: "unreadable", values }, 422);
  }
  if (intent === "invite") {
    const form = await parseForm(args.request, InviteForm, repeatableTeamFields);
    const { values } = form;
    if (!form.ok) return refuse({ values, errors: form.errors }, 422);
    const { right: _ticked, shown: _shown, ...given } = form.value;
    const rights = rightsChosen(form.value);
    if (!rights) return refuse({ values, refused: "role-and-rights", filled: rightsOf[given.role] }, 422);
    const asked = await prove();
    if (asked) return asked;
    const invited = unlessGone(await inviteByMail(db, env.keys, { ...scope, ...given, rights }));
    if (invited.outcome !== "invited") return refuse({ values, refused: invited.outcome }, 409);
    wakeMail();
    return done("invited");
  }
  const form = await parseForm(args.request, OneInvitation);
  if (!form.ok || (intent !== "renew" && intent !== "revoke")) return refuse({ refused: "unreadable" }, 422);
  const asked = await prove();
  if (asked) return asked;
  const on = { ...who, id: form.value.invitation };
  if (intent === "revoke") return done((await revokeInvitation(db, on)).outcome);
  const { outcome } = await renewInvitation(db, env.keys, { ...on, days: renewedDays });
  if (outcome === "not-yours" || outcome === "too-many") return refuse({ refused: outcome }, 409);
  wakeMail();
  return done(outcome);
}
