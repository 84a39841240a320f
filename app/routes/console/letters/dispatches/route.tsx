import { randomUUID } from "node:crypto";
import { z } from "zod";
import { mayDo } from "#app/domain/access/organizer.ts";
import { listRecipients } from "#app/domain/campaign/recipients/queries.server.ts";
import { draftDispatch } from "#app/domain/outgoing/dispatches/drafting/draft-dispatch.server.ts";
import { countWaiting } from "#app/domain/outgoing/dispatches/eligible.server.ts";
import { countByRecipient } from "#app/domain/outgoing/dispatches/figures.server.ts";
import { type ListedDispatch, listDispatches } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCompany } from "#app/http/require-company.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { unlessGone } from "#app/http/respond.server.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { useCompanies } from "#app/ui/console/companies.ts";
import { CompanyTabs } from "#app/ui/console/company-tabs.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DispatchStageLabel } from "#app/ui/console/dispatch-stage.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { Moment } from "#app/ui/console/moment.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { RecipientChoice } from "#app/ui/console/recipient-choice.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { ShortHash } from "#app/ui/console/short-hash.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Form, Link, useActionData, useLoaderData } from "#app/ui/remix.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, company, scope } = await requireCompany(args, "view");
  const { db } = args.context;
  const [dispatches, waiting, waitingFor, recipients] = await Promise.all([
    listDispatches(db, campaign.id, company.id),
    countWaiting(db, scope),
    countByRecipient(db, scope),
    listRecipients(db, campaign.id, company.id),
  ]);
  return {
    slug: campaign.slug,
    dispatches,
    waiting,
    /** By open recipient, if there are several. */
    waitingFor,
    recipients: recipients.filter(({ retiredAt }) => retiredAt === null),
    mayWrite: mayDo(campaign, "write"),
    /** Id of the draft that the button makes, so that pressing twice makes one. */
    draftId: randomUUID(),
  };
}

const NewDraft = z.object({ draft: z.uuid(), recipient: z.uuid() });

/** Starts a consolidated letter and opens it. */
export async function action(args: ActionFunctionArgs) {
  const { campaign, on } = await requireCampaign(args, "write");
  const form = await parseForm(args.request, NewDraft);
  if (!form.ok) return data({ refused: "no-recipient" as const }, { status: 422 });
  const { draft: publicId, recipient: recipientPublicId } = form.value;
  const drafted = unlessGone(
    await draftDispatch(args.context.db, {
      ...on,
      publicId,
      recipientPublicId,
      kind: "consolidated",
      cause: "organizer",
    }),
  );
  if (drafted.outcome !== "drafted") return data({ refused: drafted.outcome }, { status: 409 });
  return redirect(`/organize/c/${campaign.slug}/letters/dispatches/${publicId}?done=drafted`, 303);
}

export const meta: MetaFunction = () => [{ title: "Dispatches of letters · Undersigned" }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Dispatches() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { dispatches: say } = useWords().letterConsole;
  return (
    <>
      <CompanyTabs />
      <PageHead title={say.title} text={say.text} />
      <DoneNote done={null} refused={wordOf(say.alone.refused, answer?.refused)} />
      <Begin page={page} />
      {page.dispatches.length > 0 ? (
        <DispatchTable slug={page.slug} dispatches={page.dispatches} />
      ) : (
        <Blank title={say.list.empty.title} text={say.list.empty.text} />
      )}
    </>
  );
}

/** Shows what waits to be sent, and the button that starts a consolidated letter. */
function Begin({ page }: { page: DispatchesPage }) {
  const { slug, waiting, waitingFor, recipients, mayWrite, draftId } = page;
  const { begin: say } = useWords().letterConsole.dispatches;
  const { at } = useCompanies();
  const { letters, names, lettersOnHold, namesLeftOut } = waiting;
  const leftOut = say.leftOut(lettersOnHold, namesLeftOut);
  const [only] = recipients;
  return (
    <section className="block spread" aria-labelledby="begin">
      <div>
        <h2 id="begin">{say.heading}</h2>
        <p>{say.waits(letters, names)}</p>
        {waitingFor.length > 0 && (
          <ul className="small">
            {waitingFor.map((one) => (
              <li key={one.publicId}>{say.waitsFor(one.name, one.letters)}</li>
            ))}
          </ul>
        )}
        {leftOut && (
          <p className="small muted">
            {say.leftOutStart} {leftOut}.
          </p>
        )}
        {!only && (
          <p>
            {say.noRecipient}{" "}
            <Link to={at(`/organize/c/${slug}/letters/recipients`)}>{mayWrite && say.addRecipient}</Link>
          </p>
        )}
      </div>
      {mayWrite && only && (
        <Form method="post" className="fields compact">
          <input type="hidden" name="draft" value={draftId} />
          {recipients.length === 1 ? (
            <input type="hidden" name="recipient" value={only.publicId} />
          ) : (
            <RecipientChoice label={say.recipient} recipients={recipients} />
          )}
          <Button variant={letters + names > 0 ? "act" : "plain"}>{say.button}</Button>
        </Form>
      )}
    </section>
  );
}

type DispatchTableProps = { slug: string; dispatches: readonly ListedDispatch[] };

/** Lists dispatches with state and what came back, newest first. */
function DispatchTable({ slug, dispatches }: DispatchTableProps) {
  const { list: say } = useWords().letterConsole.dispatches;
  const locale = useLocale();
  const { columns } = say;
  const gone = dispatches.filter(isUnderWay);
  const anyFiled = gone.some(({ filed }) => filed.mails > 0);
  const sum = (count: "letters" | "names") =>
    formatNumber(
      locale,
      gone.reduce((all, dispatch) => all + dispatch[count] - dispatch.filed[count], 0),
    );
  return (
    <table className="stacked dispatch-rows">
      <caption className="vh">{say.caption}</caption>
      <thead>
        <tr>
          <th className="wide w-12">{columns.number}</th>
          <th>{columns.kind}</th>
          <th className="num">{columns.letters}</th>
          <th className="num wide">{columns.names}</th>
          <th className="state">{columns.state}</th>
          <th className="wide w-44">{columns.hash}</th>
          <th className="wide">{columns.answers}</th>
        </tr>
      </thead>
      <tbody>
        {dispatches.map((dispatch) => (
          <DispatchRow key={dispatch.publicId} slug={slug} dispatch={dispatch} />
        ))}
      </tbody>
      {gone.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {anyFiled ? say.sumSent : say.sum}
            </th>
            <td className="num" data-label={columns.letters}>
              {sum("letters")}
            </td>
            <td className="num wide">{sum("names")}</td>
            <td />
            <td className="wide" />
            <td className="wide" />
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** It has begun and was not canceled. */
const isUnderWay = ({ stage }: ListedDispatch) =>
  stage === "sent" || stage === "filed" || stage === "sending" || stage === "paused";

function DispatchRow({ slug, dispatch }: { slug: string; dispatch: ListedDispatch }) {
  const { dispatches: words } = useWords().letterConsole;
  const { list: say } = words;
  const locale = useLocale();
  const { publicId, number, kind, letters, names, stage, at, recipient, approvedSha256 } = dispatch;
  const notFixed = stage === "draft" && kind === "consolidated";
  return (
    <tr>
      <td className="wide muted">{number}</td>
      <th scope="row">
        <Link to={`/organize/c/${slug}/letters/dispatches/${publicId}`} className="name">
          {words.kinds[kind]}
        </Link>
        <span className="small muted beneath">
          {recipient}, <Moment at={at} />
        </span>
      </th>
      <td className="num" data-label={say.columns.letters}>
        {notFixed ? "–" : formatNumber(locale, letters)}
      </td>
      <td className="num wide">{notFixed ? "–" : formatNumber(locale, names)}</td>
      <td className="state">
        <DispatchStageLabel stage={stage} />
        {stage !== "filed" && dispatch.filed.mails > 0 && (
          <span className="kind beneath">{say.filed(dispatch.filed.mails)}</span>
        )}
        {dispatch.unknown > 0 && <span className="kind k-wait beneath">{say.asks(dispatch.unknown)}</span>}
        {dispatch.bounced > 0 && (
          <span className="kind k-stop beneath">{say.cameBack(dispatch.bounced)}</span>
        )}
      </td>
      <td className="wide">
        {approvedSha256 ? <ShortHash sha256={approvedSha256} /> : <span className="muted">{say.notYet}</span>}
      </td>
      <td className="wide">{isUnderWay(dispatch) ? say.answers(dispatch.replies) : ""}</td>
    </tr>
  );
}

type DispatchesPage = ReturnType<typeof useLoaderData<typeof loader>>;
