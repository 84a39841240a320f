import { z } from "zod";
import { findPublishedLetter } from "#app/domain/entries/letters/published/list-published.server.ts";
import { reportReasons } from "#app/domain/moderation/moderation.ts";
import { reportLetter } from "#app/domain/moderation/report-letter.server.ts";
import { network } from "#app/http/client-address.ts";
import { asksAgain, parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "#app/http/remix.server.ts";
import { afterPost, orNotFound, seeOther } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ReportForm } from "#app/ui/letters/report-form.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/letters.css?url";

const Report = z.object({ reason: z.enum(reportReasons, "missing") });

type Problem = "missing" | "tooMany";
const again = (problem: Problem, status: number, headers = {}) =>
  data({ problem }, { status, headers: { ...headers, "Cache-Control": "no-store" } });

/** Records a report. A second one by the same reader is thanked but not counted. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const campaign = orNotFound(await context.findCampaign(params.campaign ?? ""));
  const letter = orNotFound(await findPublishedLetter(context.db, campaign.id, params.letter ?? ""));
  // As stored: limits know one spelling of it.
  const { publicId } = letter;
  if (asksAgain(request)) return again("missing", 422);
  const { limits, clientAddress } = context;
  const seconds = await limits.spend("report", clientAddress);
  if (seconds > 0) return again("tooMany", 429, { "Retry-After": String(seconds) });
  const form = await parseForm(request, Report);
  if (!form.ok) return again("missing", 422);
  if ((await limits.spend("reportOne", clientAddress, publicId)) === 0) {
    const { reason } = form.value;
    const bySeveral = await isBySeveral(context, publicId);
    await reportLetter(context.db, { campaignId: campaign.id, publicId, reason, bySeveral });
  }
  return seeOther(context, `/c/${campaign.slug}/letters/reported`);
}

/** Counts the networks that report a letter: one person may have a whole /48 or /24. */
async function isBySeveral({ limits, clientAddress }: AppLoadContext, publicId: string) {
  const from = network(clientAddress) ?? "";
  if ((await limits.spend("reportNetwork", from, publicId)) > 0) return false;
  return (await limits.spend("reportedBy", "", publicId)) > 0;
}

/** Shows only a returned form; redirects all others to the letter. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const campaign = orNotFound(await context.findCampaign(params.campaign ?? ""));
  const letter = orNotFound(await findPublishedLetter(context.db, campaign.id, params.letter ?? ""));
  const page = `/c/${campaign.slug}/letters/${letter.publicId}`;
  if (!afterPost(request)) throw seeOther(context, page);
  return { campaign, page, examples: context.env.localMode, locale: context.locale };
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${words(page?.locale ?? "en").lettersPublic.report.heading} · Undersigned` },
  { name: "robots", content: "noindex" },
];

export default function ReportAgain() {
  const { campaign, page, examples } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem ?? "missing";
  const { report: say } = useWords().lettersPublic;
  const to = useLocalizedPath();
  const field = problem === "missing" ? "reason" : "form";
  return (
    <Page campaign={campaign} examples={examples} cameBack="corrected">
      <ErrorSummary heading={say.summary} errors={[{ field, message: say[problem] }]} />
      <h1 className="form">{say.heading}</h1>
      <ReportForm action={`${page}/report`} error={problem === "missing" ? say.missing : undefined} />
      <p className="gap">
        <a href={to(page)}>{say.back}</a>
      </p>
    </Page>
  );
}
