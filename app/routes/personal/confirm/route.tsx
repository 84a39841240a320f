import { anyCompany } from "#app/domain/campaign/campaign-companies.ts";
import type { EntryPart } from "#app/domain/entries/entry-part.ts";
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { afterPost, notFound } from "#app/http/respond.server.ts";
import { takeConfirmation } from "#app/http/take-confirmation.server.ts";
import { answerForm } from "#app/http/taken-form.server.ts";
import { openToken, type TokenPurpose } from "#app/lib/token.server.ts";
import { useLocale } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import letters from "#app/ui/styles/letter.css?url";
import personal from "#app/ui/styles/personal.css?url";
import pledges from "#app/ui/styles/pledge.css?url";
import { ConfirmLetter, NoLetterToConfirm } from "./confirm-letter.tsx";
import { ConfirmPledge, NoPledgeToConfirm } from "./confirm-pledge.tsx";
import { ConfirmAction } from "./confirm-statement.tsx";
import { loadLetter } from "./letter.server.ts";
import { NeverWritten, NothingToConfirm } from "./nothing-to-confirm.tsx";
import { loadPledge } from "./pledge.server.ts";
import { loadSignature } from "./signature.server.ts";

/** Shows what will be confirmed. Mail scanners follow links, so opening one changes nothing. */
export async function loader(args: LoaderFunctionArgs) {
  const page = await load(args);
  const isDead = page.outcome === "gone" || page.outcome === "expired";
  // "Never write to me" deletes what the page after it shows.
  if (isDead && !afterPost(args.request)) throw notFound();
  return page;
}

async function load({ request, params, context }: LoaderFunctionArgs) {
  const now = new Date();
  const { keys } = context.env;
  const isValid = (purpose: TokenPurpose) =>
    openToken(keys, purpose, params.token ?? "", now).outcome === "valid";
  if (!purposes.some(isValid) && !afterPost(request)) throw notFound();
  const token = params.token ?? "";
  const ofPledge = openToken(keys, "confirm-pledge", token, now);
  if (ofPledge.outcome !== "invalid") return loadPledge(context, ofPledge, now);
  const ofLetter = openToken(keys, "confirm-letter", token, now);
  if (ofLetter.outcome !== "invalid") return loadLetter(context, ofLetter);
  return loadSignature(context, openToken(keys, "confirm", token, now));
}

const purposes = ["confirm", "confirm-pledge", "confirm-letter"] as const;

export const action = (args: ActionFunctionArgs) => answerForm(args, takeConfirmation);

export const links: LinksFunction = () =>
  [personal, pledges, letters].map((href) => ({ rel: "stylesheet", href }));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Undersigned` }];

export default function Confirm() {
  const page = useLoaderData<typeof loader>();
  const locale = useLocale();
  const acted = useActionData<typeof action>();
  return (
    <Page campaign={page.campaign} examples={page.examples}>
      {acted?.outcome === "suppressed" ? (
        <NeverWritten
          about={page.about}
          did={acted.did}
          company={page.campaign && anyCompany(page.campaign, locale)}
          fund={page.about === "pledge" && page.fund}
        />
      ) : (
        <Content page={page} changed={acted?.outcome === "changed" ? acted.parts : null} />
      )}
    </Page>
  );
}

type ContentProps = {
  page: ReturnType<typeof useLoaderData<typeof loader>>;
  /** What differs from the displayed page, if that prevented confirming. */
  changed: readonly EntryPart[] | null;
};

function Content({ page, changed }: ContentProps) {
  const slug = page.campaign?.slug ?? null;
  if (page.about === "signature") {
    if (page.outcome !== "pending") return <NothingToConfirm outcome={page.outcome} slug={slug} />;
    return <ConfirmAction {...page} changed={changed} />;
  }
  if (page.about === "letter") {
    if (page.outcome !== "pending") return <NoLetterToConfirm outcome={page.outcome} slug={slug} />;
    return <ConfirmLetter {...page} changed={changed} />;
  }
  if (page.outcome === "pending") return <ConfirmPledge {...page} changed={changed} />;
  return <NoPledgeToConfirm {...page} />;
}
