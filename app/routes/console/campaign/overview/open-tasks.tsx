import type { MailLanes } from "#app/domain/activity/read-mail-lanes.server.ts";
import type { OpenSentBack } from "#app/domain/approvals/approval.ts";
import type { CompanyTask } from "#app/domain/campaign/company/list-meeting-tasks.server.ts";
import type { ChecklistLine } from "#app/domain/campaign/opening/checklist.ts";
import type { Opening } from "#app/domain/campaign/opening/open-campaign.server.ts";
import { breaker } from "#app/domain/outgoing/updates/update.ts";
import type { WaitingApproval } from "#app/domain/team/list-waiting.server.ts";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { approvalAddress } from "#app/ui/console/send-back.tsx";
import { useChecklistWords } from "#app/ui/editing/checklist-words.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";
import type { OverviewData } from "./dashboard.ts";
import { timeOf } from "./local-time.ts";

type Call = { what: string; text: string; to: string; act: string; urgent: boolean };
type OpenTasksProps = {
  slug: string;
  board: OverviewData;
  mail: MailLanes;
  /** Emails that people wait for are minutes late, or no worker runs. */
  isMailLate: boolean;
  approvals: readonly WaitingApproval[];
  sentBack: readonly OpenSentBack[];
  preparation: Preparation;
  meetings: readonly CompanyTask[];
};

/** What is left of the checklist, with the numbers that its lines name. */
type Preparation = {
  isDraft: boolean;
  toDo: readonly ChecklistLine[];
  open: Pick<Opening, "unlinked" | "due">;
};

/** Lists what needs somebody, in words, with links. */
export function OpenTasks({
  slug,
  board,
  mail,
  isMailLate,
  approvals,
  sentBack,
  preparation,
  meetings,
}: OpenTasksProps) {
  const { look: say } = useWords().dashboard;
  const calls = [
    ...useLate(isMailLate, mail),
    ...useApprovals(approvals),
    ...useSentBack(slug, sentBack),
    ...useMeetings(slug, meetings),
    ...useCalls(slug, board),
    ...useToDo(slug, preparation),
  ];
  if (calls.length === 0) return <p className="muted border-t-1 border-rule pt-3 pb-4">{say.none}</p>;
  return (
    <section className="open-tasks" aria-label={say.title}>
      <ul>
        {calls.map(({ what, text, to, act, urgent }) => (
          <li key={what + text + act} className={urgent ? "urgent" : undefined}>
            <p className="kind">{what}</p>
            <p>{text}</p>
            {to.startsWith("#") ? <a href={to}>{act}</a> : <Link to={to}>{act}</Link>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function useLate(isMailLate: boolean, { lanes }: MailLanes): Call[] {
  const { look: say, lanes: lane, queues } = useWords().dashboard;
  const awaited = lanes.find((one) => one.lane === "awaited");
  if (!isMailLate || !awaited) return [];
  const { waiting, oldest, untilEmpty } = awaited;
  const text =
    waiting === 0
      ? say.mailLate
      : say.confirmationsLate(waiting, queues.age(oldest ?? 0), lane.untilEmpty(untilEmpty));
  return [{ what: say.late, text, to: "#lanes", act: say.seeQueues, urgent: true }];
}

function useApprovals(approvals: readonly WaitingApproval[]): Call[] {
  const { waiting: say, thing } = useWords().approvals;
  return approvals.map(({ kind, number, by, since, page }) => ({
    what: say.kind,
    act: say.open,
    to: page,
    urgent: false,
    text: say.line(by, thing(kind, number), `${writeMoment(since)} UTC`),
  }));
}

function useSentBack(slug: string, sentBack: readonly OpenSentBack[]): Call[] {
  const { returned: say, thing } = useWords().approvals;
  return sentBack.map(({ by, at, ...one }) => ({
    what: say.kind,
    act: say.open,
    to: approvalAddress(slug, one),
    urgent: false,
    text: say.line(by, thing(one.kind, one.number), `${writeMoment(at)} UTC`),
  }));
}

function useMeetings(slug: string, tasks: readonly CompanyTask[]): Call[] {
  const { task: say } = useWords().meetings;
  const pageOf = {
    dates: () => "",
    result: () => "/result",
    proposers: ([item]: readonly number[]) => `/items/${item}`,
  };
  return tasks.map(({ year, enter, company, ...of }) => ({
    what: say.kind,
    text: say.text[enter](year, of),
    to: `/organize/c/${slug}/meetings/${year}${pageOf[enter](of.items)}${company ? `?company=${company}` : ""}`,
    act: say.act[enter],
    urgent: false,
  }));
}

function useToDo(slug: string, { isDraft, toDo, open }: Preparation): Call[] {
  const { checklist: say } = useWords().editing.overview;
  const { textOf, whyOf } = useChecklistWords(open);
  return toDo.map((line) => ({
    what: say.toDo,
    text: line.blocks && !isDraft ? say.why.open : whyOf(line),
    to: `/organize/c/${slug}/${line.page}`,
    act: textOf(line),
    urgent: false,
  }));
}

function useCalls(
  slug: string,
  { blocked, mails, queues, domainCrowds, emailsAhead, bounces }: OverviewData,
): Call[] {
  const { look: say, queues: queue, share } = useWords().dashboard;
  const base = `/organize/c/${slug}`;
  const calls: Call[] = [];
  for (const { provider, recent, usual, since } of blocked) {
    const text = say.blocked(
      say.providers[provider] ?? provider,
      timeOf(since),
      share(recent.confirmed / recent.signed),
      share(Math.min(1, usual.confirmed / usual.signed)),
      Math.max(0, recent.signed - recent.confirmed),
    );
    calls.push({
      what: say.provider,
      text: `${text} ${say.blockedDo}`,
      to: "#mails",
      act: say.seeMails,
      urgent: true,
    });
  }
  for (const [outcome, limit] of [
    ["bounced", breaker.hardBounces],
    ["complained", breaker.complaints],
  ] as const) {
    const rate = mails[outcome] / Math.max(1, mails.accepted);
    if (mails.accepted < breaker.after || rate < limit / 2) continue;
    const write = outcome === "bounced" ? say.bounces : say.complaints;
    const text = write(share(rate, 2), share(limit, 1));
    calls.push({ what: say.provider, text, to: "#mails", act: say.seeMails, urgent: rate >= limit });
  }
  if (bounces > 0)
    calls.push({
      what: say.provider,
      text: say.bouncing(bounces),
      to: "emails",
      act: say.seeMails,
      urgent: true,
    });
  if (emailsAhead > 0)
    calls.push({
      what: say.late,
      text: say.ahead(emailsAhead),
      to: "#queues",
      act: say.seeQueues,
      urgent: true,
    });
  for (const { queue: name, waiting, oldest, lateAfter } of queues) {
    if (name === "letters" && waiting > 0)
      calls.push({
        what: say.read,
        text: say.lettersWait(waiting),
        to: `${base}/letters/moderation`,
        act: say.readThem,
        urgent: false,
      });
    else if (name === "reviews" && waiting > 0)
      calls.push({
        what: say.reviews,
        text: say.reviewsWait(waiting),
        to: `${base}/review`,
        act: say.review,
        urgent: false,
      });
    else if (name === "names" && waiting > 0)
      calls.push({
        what: say.names,
        text: say.namesWait(waiting),
        to: `${base}/names`,
        act: say.decide,
        urgent: false,
      });
    else if (oldest !== null && oldest > lateAfter)
      calls.push({
        what: say.late,
        text: say.queueLate(queue.names[name] ?? name, queue.age(oldest)),
        to: "#queues",
        act: say.seeQueues,
        urgent: true,
      });
  }
  for (const { domain, signatures } of domainCrowds)
    calls.push({
      what: say.reviews,
      text: say.crowd(domain, signatures),
      to: `${base}/review/bulk?domain=.${domain}`,
      act: say.review,
      urgent: false,
    });
  return calls;
}
