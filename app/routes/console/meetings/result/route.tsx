import { z } from "zod";
import { readApprovalStates } from "#app/domain/access/list-approvers.server.ts";
import { listMeetings } from "#app/domain/campaign/meetings/queries.server.ts";
import { percentFor } from "#app/domain/campaign/meetings/result.ts";
import {
  proposeResult,
  withdrawResult,
} from "#app/domain/campaign/meetings/results/propose-result.server.ts";
import {
  publishResult,
  readResultProposal,
} from "#app/domain/campaign/meetings/results/publish-result.server.ts";
import {
  maxFilingLength,
  readFiledVotes,
  unreadReasons,
} from "#app/domain/campaign/meetings/results/read-filed-votes.ts";
import { resultApproval } from "#app/domain/campaign/meetings/results/result-approval.ts";
import {
  fieldsOfFiled,
  fieldsOfKnown,
  maxResultItems,
  resultForm,
  resultOfForm,
} from "#app/domain/campaign/meetings/results/result-form.ts";
import { listSentBack } from "#app/domain/team/list-sent-back.server.ts";
import { readApproval } from "#app/domain/team/read-approvals.server.ts";
import { type FieldError, parseForm } from "#app/http/form.server.ts";
import { type ProofAsked, reauthenticate } from "#app/http/reauthenticate.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCompany } from "#app/http/require-company.server.ts";
import { orNotFound, unlessGone } from "#app/http/respond.server.ts";
import { formatDate } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { ActionButton } from "#app/ui/console/action-button.tsx";
import { Approval } from "#app/ui/console/approval.tsx";
import { useCompanies } from "#app/ui/console/companies.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { wordOf } from "#app/ui/console/done-note.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { SentBackNotes } from "#app/ui/console/send-back.tsx";
import { TextArea, TextInput } from "#app/ui/field.tsx";
import { type FormState, typedOnce, wireFields } from "#app/ui/form-state.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { FormOutcome } from "#app/ui/meetings/form-outcome.tsx";
import { ProposerSelect } from "#app/ui/meetings/proposer-select.tsx";
import { Form, useActionData, useLoaderData } from "#app/ui/remix.ts";
import meetingStyles from "#app/ui/styles/console-meetings.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: meetingStyles }];
export const meta: MetaFunction = () => [{ title: "Result · Undersigned" }];
export { ConsoleError as ErrorBoundary };

/** Loads a meeting's items, and its result that waits for a second person. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign, company, scope } = await requireCompany(args, "keep-meetings");
  const { db } = args.context;
  const meeting = orNotFound(
    (await listMeetings(db, campaign.id, company.id)).find(({ year }) => `${year}` === args.params.year),
  );
  const waits = await readResultProposal(db, campaign.id, meeting.id);
  const approval = waits
    ? await readApproval(db, { campaignId: campaign.id, kind: "result", subject: waits.subject })
    : null;
  const stateOf = await readApprovalStates(db, scope, resultApproval);
  return {
    slug: campaign.slug,
    year: meeting.year,
    known: fieldsOfKnown(meeting.items),
    waits,
    asking: { asked: approval?.asked ?? [], now: new Date().toISOString() },
    state: stateOf([waits?.byId]),
    sentBack: await listSentBack(db, { campaign, organizerId: scope.organizerId, kinds: ["result"] }),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

type Answer = { form: FormState | null; refused: string | null; pasted?: string; proof?: ProofAsked };

const Fields = z.object({
  intent: z.enum(["read", "ask", "approve", "withdraw"], "act-unknown"),
  pasted: z.string().max(maxFilingLength, "too-long").optional(),
  subject: z.string().max(100, "act-unknown").optional(),
});

/** Reads a pasted filing, asks for an approval of what a person compared, and publishes or withdraws it. */
export async function action(args: ActionFunctionArgs) {
  const { organizer, campaign, company, scope, at } = await requireCompany(args, "keep-meetings");
  const { db, wakeMail } = args.context;
  const answer = (refused: string | null, form: FormState | null = null, status = 409, pasted = "") =>
    data<Answer>({ form, refused, pasted }, { status });
  const posted = await parseForm(args.request, Fields);
  if (!posted.ok) {
    const refused = posted.errors[0]?.code ?? "act-unknown";
    return answer(refused, null, 422, typedOnce(posted.values).pasted);
  }
  const { intent, pasted = "", subject = "" } = posted.value;
  const year = Number(args.params.year);

  if (intent === "read") {
    const known = (await listMeetings(db, campaign.id, company.id)).find((one) => one.year === year);
    const filed = readFiledVotes(pasted);
    const form = { values: fieldsOfFiled(filed, known?.items ?? []), errors: [] };
    if (filed.length === 0) return answer("nothing-read", null, 422, pasted);
    if (filed.every(({ votes }) => votes === null)) return answer("no-counts", form, 422, pasted);
    return answer(null, form, 200, pasted);
  }
  if (intent === "ask") {
    const form = await parseForm(args.request, resultForm(new Date()));
    const state = (errors: FieldError[]) => ({ values: typedOnce(form.values), errors });
    if (!form.ok) return answer(null, state(form.errors), 422);
    const { outcome } = unlessGone(await proposeResult(db, { scope, year, ...resultOfForm(form.value) }));
    if (outcome !== "asked") return answer(outcome, state([]));
    wakeMail();
    return redirect(at(`meetings/${year}/result`, { done: "asked" }), 303);
  }
  if (intent === "approve") {
    const proof = await reauthenticate(args, organizer, { kind: "result", campaignId: campaign.id });
    if (proof) return proof;
  }
  const ended = await (intent === "approve" ? publishResult : withdrawResult)(db, { scope, subject });
  const { outcome } = unlessGone(ended);
  if (outcome !== "published" && outcome !== "withdrawn") return answer(outcome);
  wakeMail();
  return redirect(
    at(`meetings/${year}/result`, { done: "emails" in ended && ended.emails === 0 ? "unsent" : outcome }),
    303,
  );
}

export default function Result() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { meetings, approving, errors } = useWords();
  const { result: say } = meetings;
  const { at } = useCompanies();
  if (answer?.proof) return <Reauthenticate asked={answer.proof} />;
  const form = answer?.form ?? null;
  const refused = wordOf({ ...errors.form, ...approving.refused, ...say.refused }, answer?.refused);
  return (
    <>
      <div className="page-head">
        <div>
          <p className="crumb">
            <a href={at(`/organize/c/${page.slug}/meetings/${page.year}`)}>
              {meetings.meeting.title(page.year)}
            </a>
          </p>
          <h1>{say.title(page.year)}</h1>
          <p>{say.text}</p>
        </div>
      </div>
      <FormOutcome
        done={answer ? null : wordOf(say.done, page.done)}
        refused={refused}
        form={form ?? undefined}
      />
      <SentBackNotes sentBack={page.sentBack} />
      {page.waits ? (
        <Waits page={page} waits={page.waits} />
      ) : (
        <>
          <Paste pasted={answer?.pasted ?? ""} />
          <Compare form={form} known={page.known} />
        </>
      )}
    </>
  );
}

function Paste({ pasted }: { pasted: string }) {
  const { result: say } = useWords().meetings;
  return (
    <Form method="post" reloadDocument className="keep-form" noValidate>
      <TextArea
        name="pasted"
        label={say.paste}
        hint={say.pasteHint}
        rows={6}
        spellCheck={false}
        defaultValue={pasted}
      />
      <div className="act-row">
        <Button name="intent" value="read">
          {say.read}
        </Button>
      </div>
    </Form>
  );
}

type CompareProps = { form: FormState | null; known: FormState["values"] };

/** Shows what was read, to compare with the filing and correct; without it, the items known here. */
function Compare({ form, known }: CompareProps) {
  const { result: say, source, item, errors } = useWords().meetings;
  const state = form ?? { values: known, errors: [] };
  const wire = wireFields(state, errors);
  const rows = Array.from({ length: maxResultItems }, (_, n) => n).filter(
    (n) => `number_${n}` in state.values,
  );
  const shown = rows.length > 0 ? rows : [0, 1, 2];
  const aboutRow = (values: FormState["values"], n: number) => {
    const filed = values[`filed_${n}`];
    const unread = unreadReasons.find((reason) => reason === values[`unread_${n}`]);
    return (
      [filed && say.filedTitle(filed), unread && say.unread[unread]].filter(Boolean).join(" ") || undefined
    );
  };
  return (
    <Form method="post" reloadDocument className="keep-form" noValidate aria-labelledby="compare">
      <h2 id="compare">{say.compare}</h2>
      <p className="muted">{say.compareText}</p>
      {shown.map((n) => (
        <fieldset key={n} className="result-row">
          <legend className="vh">{say.row(n + 1)}</legend>
          <TextInput {...wire(`number_${n}`, item.number)} inputMode="numeric" />
          <TextInput {...wire(`title_${n}`, item.titleField, aboutRow(state.values, n))} />
          <ProposerSelect {...wire(`by_${n}`, item.proposer)} />
          {["filed", "unread"].map((name) => (
            <input
              key={name}
              type="hidden"
              name={`${name}_${n}`}
              value={state.values[`${name}_${n}`] ?? ""}
            />
          ))}
          {(["for", "against", "abstain", "broker"] as const).map((count) => (
            <TextInput key={count} {...wire(`${count}_${n}`, say.columns[count])} inputMode="numeric" />
          ))}
        </fieldset>
      ))}
      <TextInput {...wire("source_url", source.url, source.urlHint)} type="url" maxLength={2000} />
      <div className="short">
        <TextInput {...wire("as_of", source.day, source.dayHint)} type="date" />
      </div>
      <div className="act-row">
        <Button name="intent" value="ask" variant="act">
          {say.ask}
        </Button>
      </div>
    </Form>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

/** Shows the result that waits, for a second person to compare and publish. */
function Waits({ page, waits }: { page: Page; waits: NonNullable<Page["waits"]> }) {
  const { meetings, closing, approving } = useWords();
  const { result: say, source } = meetings;
  const locale = useLocale();
  const fields = { subject: waits.subject };
  const shareOf = (row: { for: string; against: string }) => {
    const percent = percentFor(BigInt(row.for), BigInt(row.against));
    return percent === null ? "–" : `${percent}%`;
  };
  const votes = (digits: string | null) => (digits === null ? "–" : BigInt(digits).toLocaleString("en-US"));
  return (
    <section className="notice" aria-labelledby="waits">
      <h2 id="waits">{closing.asked.title}</h2>
      <p>{say.asked(waits.by ?? closing.asked.somebody, writeMoment(waits.at))}</p>
      <p>
        <a href={waits.sourceUrl}>{waits.sourceUrl}</a> {source.asOf(formatDate(locale, waits.asOf))}
      </p>
      <table>
        <caption className="vh">{say.title(page.year)}</caption>
        <thead>
          <tr>
            <th>{say.columns.item}</th>
            {(["for", "against", "abstain", "broker", "share"] as const).map((count) => (
              <th key={count}>{say.columns[count]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {waits.results.map((row) => (
            <tr key={row.number}>
              <th scope="row">
                {row.number}. {row.title}
                {row.filedTitle && (
                  <span className="beneath small muted">{say.filedTitle(row.filedTitle)}</span>
                )}
                {row.proposedBy && (
                  <span className="beneath small muted">{meetings.item.proposers[row.proposedBy]}</span>
                )}
              </th>
              {[row.for, row.against, row.abstain, row.brokerNonVotes].map((count, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change
                <td key={n} className="number">
                  {votes(count)}
                </td>
              ))}
              <td className="number">{shareOf(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Approval
        state={page.state}
        thing={{ kind: "result", subject: waits.subject }}
        fields={fields}
        asked={page.asking}
        say={{
          approve: say.publish,
          approverNote: say.publishNote,
          own: closing.asked.others(page.state.others),
          noRight: approving.noRight,
          alone: { text: approving.alone, approve: say.publish },
        }}
      />
      <ActionButton intent="withdraw" fields={fields}>
        {closing.asked.withdraw}
      </ActionButton>
    </section>
  );
}
