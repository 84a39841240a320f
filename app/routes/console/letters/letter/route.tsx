import { z } from "zod";
import { letterStates } from "#app/domain/entries/letters/letter.ts";
import { findLetter, type LedgerEntry } from "#app/domain/entries/letters/list/find-letter.server.ts";
import { viewLetterShares } from "#app/domain/entries/letters/shares/view-letter-shares.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { orNotFound } from "#app/http/respond.server.ts";
import { describeProblem } from "#app/i18n/describe-problem.ts";
import { Button } from "#app/ui/button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { LetterStateLabel, letterClasses } from "#app/ui/console/entry-state.tsx";
import { Moment, writeMoment } from "#app/ui/console/moment.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { ShortHash } from "#app/ui/console/short-hash.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { Facts, HandedOver, Moderation, Replies, Words } from "./letter-sections.tsx";
import { type LetterPage, load, textOf, type ViewedShares } from "./load.server.ts";

export const loader = (args: LoaderFunctionArgs) => load(args);

const ViewForm = z.object({ intent: z.literal("look") });

/** Shows how many shares the letter tells; the view is logged. */
export async function action(args: ActionFunctionArgs) {
  const { scope } = await requireCampaign(args, "view-holdings");
  const { db, env } = args.context;
  const letter = orNotFound(await findLetter(db, scope, args.params.letter ?? ""));
  const form = await parseForm(args.request, ViewForm);
  if (!form.ok) return data<ViewedShares>({ text: null, undone: "form" }, { status: 422 });
  const viewed = await viewLetterShares(db, env.keys, { scope, publicId: letter.publicId });
  if (viewed.outcome !== "shown")
    return data<ViewedShares>({ text: null, undone: viewed.outcome }, { status: 409 });
  return data<ViewedShares>({ text: textOf(letter, viewed.shares), undone: null });
}

export const meta: MetaFunction = () => [{ title: "Letter · Undersigned" }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Letter() {
  const page = useLoaderData<typeof loader>();
  const viewed = useActionData<typeof action>() as ViewedShares | undefined;
  const { one: say, stateIs, held } = useWords().letterConsole;
  const { letter, slug } = page;
  const { state, handedOverAt, dispatchedIn } = letter;
  const status =
    state === "withdrawn" && handedOverAt !== null
      ? "withdrawnAfter"
      : state === "sent" && dispatchedIn === null
        ? "inPerson"
        : state;
  return (
    <>
      <p className="crumb">
        <Link to={`/organize/c/${slug}/letters`}>{say.back}</Link>
      </p>
      <div className="page-head">
        <div>
          <LetterStateLabel state={letter.state} />{" "}
          {letter.held && <span className="kind k-stop ms-2">{held}</span>}
          {letter.toCompany && <p className="of-company">{letter.toCompany}</p>}
          <h1>{say.by(letter.name)}</h1>
          <p>{stateIs[status]}</p>
        </div>
      </div>
      <div className="cols">
        <div>
          <LetterSheet page={page} viewed={viewed} />
          <Ledger page={page} />
        </div>
        <div className="aside">
          <Moderation page={page} />
          <HandedOver page={page} />
          <Words page={page} />
          <Facts page={page} />
          <Replies page={page} />
        </div>
      </div>
    </>
  );
}

/** Lists all that happened to the letter, in order, by which email and with its proof. */
function Ledger({ page: { letter, slug } }: { page: LetterPage }) {
  const { ledger: say } = useWords().letterConsole.one;
  const { columns } = say;
  return (
    <section className="block" aria-labelledby="ledger">
      <h2 id="ledger">{say.heading}</h2>
      <p className="small muted">{say.text}</p>
      <table className="stacked ledger">
        <caption className="vh">{say.caption}</caption>
        <thead>
          <tr>
            <th>{columns.at}</th>
            <th>{columns.event}</th>
            <th className="wide">{columns.mail}</th>
            <th className="wide">{columns.proof}</th>
          </tr>
        </thead>
        <tbody>
          {letter.ledger.map((entry) => (
            <tr key={`${entry.at} ${entry.event}`}>
              <td className="time">{writeMoment(entry.at, { seconds: true })}</td>
              <th scope="row">
                <Event entry={entry} />
                <span className="narrow">
                  <Mail entry={entry} slug={slug} />
                  <Proof entry={entry} />
                </span>
              </th>
              <td className="wide">
                <Mail entry={entry} slug={slug} />
              </td>
              <td className="wide">
                <Proof entry={entry} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Event({ entry: { event, problem } }: { entry: LedgerEntry }) {
  const { letterConsole, letterProblems } = useWords();
  const { one, states, reasons } = letterConsole;
  const state = letterStates.find((known) => known === event);
  return (
    <>
      <span className={state ? letterClasses[state] : "kind"}>
        {state ? states[state] : (one.ledger.events[event] ?? event)}
      </span>
      {problem && (
        <span className="small muted beneath">
          {reasons[problem] ?? describeProblem(letterProblems, problem) ?? letterProblems.other(problem)}
        </span>
      )}
    </>
  );
}

function Mail({ entry: { mail }, slug }: { entry: LedgerEntry; slug: string }) {
  const { ledger: say } = useWords().letterConsole.one;
  if (mail === null) return null;
  const { part, dispatch, transport } = mail;
  return (
    <span className="small">
      {say.part(part)}{" "}
      <Link to={`/organize/c/${slug}/letters/dispatches/${dispatch.publicId}`}>
        {say.dispatch(dispatch.number)}
      </Link>
      {transport && <>, {say.transports[transport] ?? transport}</>}
    </span>
  );
}

function Proof({ entry: { mail } }: { entry: LedgerEntry }) {
  const { ledger: say } = useWords().letterConsole.one;
  if (mail === null || (mail.sha256 === null && mail.providerId === null)) return null;
  return (
    <span className="small stack">
      {mail.sha256 && (
        <span>
          {say.mailHash} <ShortHash sha256={mail.sha256} />
        </span>
      )}
      {mail.providerId && (
        <span>
          {say.provider} <code>{mail.providerId}</code>
        </span>
      )}
    </span>
  );
}

type LetterSheetProps = { page: LetterPage; viewed: ViewedShares | undefined };

/** Shows the letter as the company gets it. The number of shares stays covered until somebody asks. */
function LetterSheet({ page, viewed }: LetterSheetProps) {
  const { one: say } = useWords().letterConsole;
  const { letter, text } = page;
  const withShares = viewed?.text ?? null;
  return (
    <section className="block" aria-labelledby="text">
      <h2 id="text">{say.text}</h2>
      <div className="letter-sheet" lang={letter.locale}>
        <p className="plain-text" dir="auto">
          {withShares ?? text}
        </p>
        {letter.tellsShares && withShares === null && (
          <p className="covered" lang="en">
            {say.covered(letter.company)}
          </p>
        )}
      </div>
      {letter.tellsShares ? (
        <SharesViews page={page} viewed={viewed} />
      ) : (
        <p className="hint">{say.asDelivered}</p>
      )}
    </section>
  );
}

function SharesViews({ page: { views, mayView }, viewed }: LetterSheetProps) {
  const { one: say } = useWords().letterConsole;
  const undone = viewed?.undone ? say.undone[viewed.undone] : undefined;
  return (
    <>
      <div role="status">
        {viewed?.text && <p className="small muted">{say.shown}</p>}
        {undone && <p className="banner banner-error">{undone}</p>}
      </div>
      {!viewed?.text && mayView && (
        <Form method="post" className="act-row" preventScrollReset>
          <Button name="intent" value="look">
            {say.show}
          </Button>
          <p className="small muted">{say.showText}</p>
        </Form>
      )}
      {!mayView && <p className="small muted">{say.noRight}</p>}
      <h3>{say.looks}</h3>
      {views.length === 0 ? (
        <p className="small muted">{say.noLooks}</p>
      ) : (
        <ul className="small">
          {views.map(({ at, by, byOperator }) => (
            <li key={at}>
              <Moment at={at} /> {byOperator ? say.operator : (by ?? say.somebody)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
