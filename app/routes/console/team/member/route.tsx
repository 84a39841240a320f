import { z } from "zod";
import { organizerRights, rightsMark } from "#app/domain/access/organizer.ts";
import { findMember } from "#app/domain/team/team.server.ts";
import type { LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
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
import { type Answer, act } from "./act.server.ts";

/** Loads a team's member, for those who manage the campaign. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "manage");
  const id = args.params.member ?? "";
  const member = z.uuid().safeParse(id).success ? await findMember(args.context.db, campaign.id, id) : null;
  if (!member) throw notFound();
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
      <p className="back">
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
            <Form method="post" className="team-form" preventScrollReset>
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
