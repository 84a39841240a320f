import { organizerRights } from "#app/domain/access/organizer.ts";
import { listInvitations, listTeam } from "#app/domain/team/team.server.ts";
import type { LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { useWords } from "#app/ui/locale.tsx";
import { useIsMailLate } from "#app/ui/mail-delay.ts";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { type Answer, act } from "./act.server.ts";
import { InviteForm } from "./invite-form.tsx";
import { MemberTable } from "./member-table.tsx";
import { OpenInvitations } from "./open-invitations.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "manage");
  const { db } = args.context;
  const [members, invitations] = await Promise.all([
    listTeam(db, campaign.id),
    listInvitations(db, campaign.id),
  ]);
  const { role, rights, slug } = campaign;
  return {
    slug,
    members,
    invitations,
    isOwner: role === "owner",
    own: role === "owner" ? [...organizerRights] : organizerRights.filter((right) => rights.includes(right)),
    self: scope.organizerId,
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export { act as action };

export const meta: MetaFunction = () => [{ title: "Team · Undersigned" }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Team() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof act>();
  const { team: say } = useWords();
  const isLate = useIsMailLate();
  if (answered && "proof" in answered) return <Reauthenticate asked={answered.proof} />;
  const answer: Answer = answered ?? {};
  const { slug, members, invitations, self, done } = page;
  return (
    <>
      <DoneNote
        done={wordOf(isLate ? { ...say.done, ...say.doneDelayed } : say.done, done)}
        refused={wordOf(say.refused, answer.refused)}
      />
      <PageHead title={say.title} text={say.text} />
      <MemberTable slug={slug} members={members} self={self} />
      <OpenInvitations invitations={invitations} />
      <InviteForm may={page} answer={answer} />
    </>
  );
}
