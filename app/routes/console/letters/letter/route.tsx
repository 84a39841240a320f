import { z } from "zod";
import { findLetter } from "#app/domain/entries/letters/list/find-letter.server.ts";
import { viewLetterShares } from "#app/domain/entries/letters/shares/view-letter-shares.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { LetterStateLabel } from "#app/ui/console/letter-state.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { Ledger } from "./ledger.tsx";
import { Facts, HandedOver, Moderation, Replies, Words } from "./letter-sections.tsx";
import { LetterSheet } from "./letter-sheet.tsx";
import { load, textOf, type ViewedShares } from "./load.server.ts";

export const loader = (args: LoaderFunctionArgs) => load(args);

const ViewForm = z.object({ intent: z.literal("look") });

/** Shows how many shares the letter tells; the view is logged. */
export async function action(args: ActionFunctionArgs) {
  const { scope } = await requireCampaign(args, "view-holdings");
  const { db, env } = args.context;
  const letter = await findLetter(db, scope, args.params.letter ?? "");
  if (!letter) throw notFound();
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
          {letter.held && <span className="kind k-stop on-hold">{held}</span>}
          {letter.toCompany && <p className="of-company">{letter.toCompany}</p>}
          <h1>{say.by(letter.name)}</h1>
          <p>{stateIs[status]}</p>
        </div>
      </div>
      <div className="cols letter-cols">
        <div>
          <LetterSheet page={page} viewed={viewed} />
          <Ledger page={page} />
        </div>
        <div className="letter-aside">
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
