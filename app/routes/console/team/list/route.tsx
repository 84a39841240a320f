import {
  invitationDays,
  type OrganizerRight,
  type OrganizerRole,
  organizerRights,
  organizerRoles,
  rightsOf,
} from "#app/domain/access/organizer.ts";
import { listInvitations, listTeam } from "#app/domain/team/team.server.ts";
import type { LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ActionButton } from "#app/ui/console/action-button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { writeDay, writeMoment } from "#app/ui/console/moment.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { RightsFields } from "#app/ui/console/rights-fields.tsx";
import { RightsInShort } from "#app/ui/console/rights-in-short.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { messageFor, Select, TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useIsMailLate } from "#app/ui/mail-delay.ts";
import { Form, Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { type Answer, act } from "./action.server.ts";

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

type InviteFormProps = { may: { isOwner: boolean; own: readonly OrganizerRight[] }; answer: Answer };

/** Asks whom to invite and with which rights. A refused form keeps what was typed. */
function InviteForm({ may, answer }: InviteFormProps) {
  const { invite: say, summary, errors } = useWords().team;
  const { values = {}, filled } = answer;
  const messages = (answer.errors ?? []).map(({ field, code }) => ({
    field,
    message: errors[code] ?? errors.unreadable ?? "",
  }));
  const typed = (field: string, otherwise: string) =>
    typeof values[field] === "string" ? values[field] : otherwise;
  const role = organizerRoles.find((each) => each === values.role) ?? "reviewer";
  const ticked = filled ?? (answer.values ? [values.right ?? []].flat() : rightsOf.reviewer);
  return (
    <section className="sheet" aria-labelledby="invite">
      <h2 id="invite">{say.title}</h2>
      <p className="muted">{say.text}</p>
      <ErrorSummary heading={summary} errors={messages} />
      <Form method="post" className="stack loose max-w-xl" noValidate preventScrollReset>
        <TextInput
          name="email"
          type="email"
          label={say.email}
          error={messageFor(messages, "email")}
          defaultValue={typed("email", "")}
          autoComplete="off"
          maxLength={254}
          required
        />
        <RightsFields role={role} ticked={ticked} may={may} />
        <Select name="days" label={say.days} defaultValue={typed("days", "3")}>
          {invitationDays.map((days) => (
            <option key={days} value={days}>
              {say.daysOf(days)}
            </option>
          ))}
        </Select>
        <Button variant="act" name="intent" value="invite">
          {say.send}
        </Button>
      </Form>
    </section>
  );
}

type Member = {
  id: string;
  name: string;
  email: string;
  role: OrganizerRole;
  rights: OrganizerRight[];
  since: string;
  hasSecondFactor: boolean;
  isDisabled: boolean;
};

type MemberTableProps = { slug: string; members: readonly Member[]; self: string };

/** Lists the team and what each may do. */
function MemberTable({ slug, members, self }: MemberTableProps) {
  const { team: say } = useWords();
  return (
    <table className="stick airy stacked team-rows">
      <caption className="vh">{say.caption}</caption>
      <thead>
        <tr>
          <th>{say.columns.who}</th>
          <th>{say.columns.may}</th>
          <th className="num wide">{say.columns.since}</th>
        </tr>
      </thead>
      <tbody>
        {members.map(({ id, name, email, role, rights, since, hasSecondFactor, isDisabled }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={`/organize/c/${slug}/team/${id}`} className="name">
                {name}
              </Link>
              {id === self && <span className="muted"> ({say.you})</span>}
              <span className="small muted clip">{email}</span>
              <span className="small muted beneath">
                {isDisabled ? say.disabled : hasSecondFactor ? say.second : say.noSecond}
              </span>
            </th>
            <td>
              <RightsInShort role={role} rights={rights} />
            </td>
            <td className="num wide">{writeDay(since)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Invitation = {
  id: string;
  email: string | null;
  role: OrganizerRole;
  rights: OrganizerRight[];
  by: string | null;
  expiresAt: string;
  isOver: boolean;
  mail: string | null;
};

/** Lists invitations nobody has accepted. */
function OpenInvitations({ invitations }: { invitations: readonly Invitation[] }) {
  const { open: say } = useWords().team;
  const states = useIsMailLate() ? { ...say.mail, ...say.mailDelayed } : say.mail;
  return (
    <section className="sheet" aria-labelledby="open">
      <h2 id="open">{say.title}</h2>
      {invitations.length === 0 && <p className="muted">{say.none}</p>}
      {invitations.length > 0 && (
        <ul className="rows">
          {invitations.map(({ id, email, role, rights, by, expiresAt, isOver, mail }) => (
            <li key={id}>
              <div>
                <b className="clip">{email ?? say.anyone}</b>
                <span className="muted small">
                  {say.by(by ?? say.operator)} · {(isOver ? say.over : say.until)(writeMoment(expiresAt))}
                  {mail && ` · ${states[mail] ?? mail}`}
                </span>
                <p className="small">
                  <RightsInShort role={role} rights={rights} />
                </p>
              </div>
              <div className="cluster">
                {email !== null && (
                  <ActionButton intent="renew" fields={{ invitation: id }}>
                    {say.renew}
                  </ActionButton>
                )}
                <ActionButton intent="revoke" fields={{ invitation: id }}>
                  {say.revoke}
                </ActionButton>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
