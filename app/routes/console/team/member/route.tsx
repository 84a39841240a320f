import { z } from "zod";
import {
  type OrganizerRight,
  type OrganizerRole,
  organizerRights,
  rightsMark,
  rightsOf,
} from "#app/domain/access/organizer.ts";
import { changeRights } from "#app/domain/team/change-rights.server.ts";
import { removeMember } from "#app/domain/team/remove-member.server.ts";
import { findMember } from "#app/domain/team/team.server.ts";
import { RightsForm, repeatableTeamFields, rightsChosen } from "#app/domain/team/team-form.ts";
import { parseForm, readTyped } from "#app/http/form.server.ts";
import { reauthenticate } from "#app/http/reauthenticate.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound, orNotFound, unlessGone } from "#app/http/respond.server.ts";
import { Button } from "#app/ui/button.tsx";
import { AskedOnce } from "#app/ui/console/action-button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { RightsFields } from "#app/ui/console/rights-fields.tsx";
import { RightsInShort } from "#app/ui/console/rights-in-short.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link, useActionData, useLoaderData } from "#app/ui/remix.ts";

/** Loads a team's member, for those who manage the campaign. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "manage");
  const id = args.params.member ?? "";
  const member = orNotFound(
    z.uuid().safeParse(id).success ? await findMember(args.context.db, campaign.id, id) : null,
  );
  const { role, rights, slug } = campaign;
  return {
    slug,
    member,
    mark: rightsMark(member),
    isOwner: role === "owner",
    own: role === "owner" ? [...organizerRights] : organizerRights.filter((right) => rights.includes(right)),
    isSelf: scope.organizerId === id,
  };
}

export { act as action };

export const meta: MetaFunction = () => [{ title: "Member of the team · Undersigned" }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Member() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof act>();
  const { team } = useWords();
  const { member: say } = team;
  if (answered && "proof" in answered) return <Reauthenticate asked={answered.proof} />;
  const answer: Answer = answered ?? {};
  const { slug, member, mark, isOwner, isSelf } = page;
  const { role, rights } = answer.chosen ?? member;
  return (
    <>
      <DoneNote done={null} refused={wordOf(team.refused, answer.refused)} />
      <p className="crumb">
        <Link to={`/organize/c/${slug}/team`}>{say.back}</Link>
      </p>
      <div className="page-head">
        <div>
          <h1>{say.title(member.name)}</h1>
          <p className="clip">{member.email}</p>
        </div>
      </div>
      <p>
        <RightsInShort role={member.role} rights={member.rights} />
      </p>
      {member.role === "owner" && !isOwner ? (
        <p className="muted">{say.readOnly}</p>
      ) : (
        <>
          <section className="sheet" aria-labelledby="rights">
            <h2 id="rights">{say.rightsTitle}</h2>
            <Form method="post" className="stack loose max-w-xl" preventScrollReset>
              <input type="hidden" name="seen" value={mark} />
              <RightsFields role={role} ticked={rights} may={page} />
              <Button variant="act" name="intent" value="change">
                {say.save}
              </Button>
            </Form>
          </section>
          <section className="sheet">
            <AskedOnce
              intent="remove"
              summary={isSelf ? say.leave : say.remove}
              text={isSelf ? say.leaveText : say.removeText(member.name)}
              button={isSelf ? say.leaveButton : say.removeButton}
            />
          </section>
        </>
      )}
    </>
  );
}

/** The page's answer to a post. */
type Answer = {
  /** A key of `team.refused`. */
  refused?: string;
  /** What is chosen in the form, if it differs from what is stored. */
  chosen?: { role: OrganizerRole; rights: readonly OrganizerRight[] };
};

const ChangeForm = RightsForm.extend({ seen: z.string("unreadable").max(300) });
const refuse = (answer: Answer, status: number) => data(answer, { status });

/** Changes a member's rights or removes them, for a reauthenticated manager of the campaign. */
async function act(args: ActionFunctionArgs) {
  const { campaign, organizer, scope, on: who } = await requireCampaign(args, "manage");
  const { db } = args.context;
  const memberId = args.params.member ?? "";
  if (!z.uuid().safeParse(memberId).success) throw notFound();
  const { intent } = await readTyped(args.request);
  const team = `/organize/c/${campaign.slug}/team`;
  const on = { ...who, memberId };
  const prove = () => reauthenticate(args, organizer, { kind: "team", campaignId: campaign.id });

  if (intent === "remove") {
    const asked = await prove();
    if (asked) return asked;
    const { outcome } = unlessGone(await removeMember(db, on));
    if (outcome !== "removed") return refuse({ refused: outcome }, 409);
    return redirect(memberId === scope.organizerId ? "/organize" : `${team}?done=removed`, 303);
  }
  if (intent === "fill") {
    const form = await parseForm(args.request, RightsForm.pick({ role: true }));
    if (!form.ok) return refuse({ refused: "unreadable" }, 422);
    const { role } = form.value;
    return refuse({ chosen: { role, rights: rightsOf[role] } }, 200);
  }
  const form = await parseForm(args.request, ChangeForm, repeatableTeamFields);
  if (!form.ok || intent !== "change") return refuse({ refused: "unreadable" }, 422);
  const { role, seen } = form.value;
  const rights = rightsChosen(form.value);
  if (!rights) return refuse({ refused: "role-and-rights", chosen: { role, rights: rightsOf[role] } }, 422);
  const asked = await prove();
  if (asked) return asked;
  const { outcome } = unlessGone(await changeRights(db, { ...on, seen, role, rights }));
  if (outcome === "stale") return refuse({ refused: outcome }, 409);
  if (outcome === "last-owner" || outcome === "not-yours") {
    return refuse({ refused: outcome, chosen: { role, rights } }, 409);
  }
  return redirect(`${team}?done=${outcome}`, 303);
}
