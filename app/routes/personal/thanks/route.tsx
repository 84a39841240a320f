import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { limitRate, seeOther } from "#app/http/respond.server.ts";
import { stopped } from "#app/i18n/sentence.ts";
import { openToken } from "#app/lib/token.server.ts";
import { CampaignEyebrow } from "#app/ui/in-language.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import letters from "#app/ui/styles/letter.css?url";
import personal from "#app/ui/styles/personal.css?url";
import pledges from "#app/ui/styles/pledge.css?url";
import { loadLetter } from "./letter.server.ts";
import { LetterThanks } from "./letter-thanks.tsx";
import { loadPledge } from "./pledge.server.ts";
import { PledgeThanks } from "./pledge-thanks.tsx";
import { loadSignature, makeOwnLink } from "./signature.server.ts";
import { SignatureThanks } from "./signature-thanks.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const now = new Date();
  const { keys } = context.env;
  const token = params.token ?? "";
  const ofPledge = openToken(keys, "thanks-pledge", token, now);
  if (ofPledge.outcome !== "invalid") return loadPledge(context, ofPledge, now);
  const ofNew = openToken(keys, "thanks-new-pledge", token, now);
  if (ofNew.outcome !== "invalid") return loadPledge(context, ofNew, now, true);
  const ofLetter = openToken(keys, "thanks-letter", token, now);
  if (ofLetter.outcome !== "invalid") return loadLetter(context, ofLetter, now);
  return loadSignature(context, openToken(keys, "thanks", token, now), now);
}

/** Makes a personal share link for the holder of a thanks link; otherwise 404. */
export async function action({ params, context }: ActionFunctionArgs) {
  await limitRate(context, "token");
  const now = new Date();
  const token = params.token ?? "";
  const opened = openToken(context.env.keys, "thanks", token, now);
  await loadSignature(context, opened, now);
  const made = await makeOwnLink(context, opened);
  return seeOther(context, `/thanks/${token}${made ? "#share" : ""}`);
}

export const links: LinksFunction = () =>
  [personal, pledges, letters].map((href) => ({ rel: "stylesheet", href }));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Undersigned` }];

export default function Thanks() {
  const page = useLoaderData<typeof loader>();
  const { thanks } = useWords().personal;
  return (
    <Page campaign={page.campaign} examples={page.examples}>
      <CampaignEyebrow campaign={page.campaign} />
      {page.name === null ? (
        <h1>{page.title}</h1>
      ) : (
        <>
          <h1>{thanks.thankYou(page.name)}</h1>
          <p className="standfirst">
            {stopped(page.title)} {page.count}
          </p>
        </>
      )}
      {page.about === "pledge" && <PledgeThanks {...page} />}
      {page.about === "letter" && <LetterThanks {...page} />}
      {page.about === "signature" && <SignatureThanks {...page} />}
      <script src="/count.js" type="module" />
      <script src="/share.js" type="module" />
      {(page.about === "letter" || (page.about === "pledge" && page.fund)) && (
        <script src="/letter.js" defer />
      )}
    </Page>
  );
}
