import type { Campaign } from "#app/domain/campaign/campaign.ts";
import { findCampaignOfEntry } from "#app/domain/campaign/queries.server.ts";
import { findAddressee } from "#app/domain/entries/letters/find-addressee.server.ts";
import type { Addressee } from "#app/domain/entries/letters/letter.ts";
import { countLetters } from "#app/domain/entries/letters/list/list-letters.server.ts";
import { countedLetters } from "#app/domain/entries/letters/published/public-letter.ts";
import { findOwnLetter } from "#app/domain/entries/letters/queries.server.ts";
import { findSettings } from "#app/domain/entries/letters/settings/find-settings.server.ts";
import type { LetterSettings } from "#app/domain/entries/letters/settings/settings-form.ts";
import { groupAtLeast } from "#app/domain/entries/pledges/pledge.ts";
import { mayShowPersonalData } from "#app/http/may-show-personal-data.server.ts";
import type {
  ActionFunctionArgs,
  AppLoadContext,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { limitRate, notFound, seeOther } from "#app/http/respond.server.ts";
import { formatNumber, localizedPath, words } from "#app/i18n/index.ts";
import { stopped } from "#app/i18n/sentence.ts";
import { type OpenedToken, openToken } from "#app/lib/token.server.ts";
import { CampaignEyebrow } from "#app/ui/in-language.tsx";
import { PrintForm, SendItYourself } from "#app/ui/letter/send-it-yourself.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { useIsMailLate } from "#app/ui/mail-delay.ts";
import { Page } from "#app/ui/page.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import { ShareLinks } from "#app/ui/share-links.tsx";
import letters from "#app/ui/styles/letter.css?url";
import personal from "#app/ui/styles/personal.css?url";
import pledges from "#app/ui/styles/pledge.css?url";
import { loadPledge, loadSignature, makeOwnLink } from "./load.server.ts";
import { nextStepOf } from "./next-step.server.ts";
import { type Next, NextStep } from "./next-step.tsx";
import { PledgeThanks } from "./pledge-thanks.tsx";
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

type Written = {
  text: string;
  body: string;
  shares: string | null;
  name: string;
  country: string;
  /** An organizer reviews it first. */
  isOnHold: boolean;
  addressee: Addressee;
  /** When the campaign prepares a dispatch. */
  rhythm: LetterSettings;
};

/** `letter`: null once the link is older than a day. */
type LetterThanksProps = { campaign: Campaign; letter: Written | null; next: Next | null; shareUrl: string };

/** Says what is next for a letter, and what its writer can do until then. */
function LetterThanks({ campaign, letter, next, shareUrl }: LetterThanksProps) {
  const { thanks, self, rhythm } = useWords().letter;
  const to = useLocalizedPath();
  const isLate = useIsMailLate();
  return (
    <>
      {!letter && <p className="standfirst">{thanks.expiredText}</p>}
      <NextStep company={campaign.company} next={next} isFirst />
      <section className="steps">
        <h2>{thanks.shareHeading}</h2>
        <ShareLinks url={shareUrl} campaign={campaign} just="written" isNext={!next} />
      </section>
      {letter && (
        <section className="steps">
          <h2>{thanks.nextHeading}</h2>
          <p>
            {letter.isOnHold
              ? isLate
                ? thanks.nextHeldDelayed
                : thanks.nextHeld
              : thanks.next(rhythm(letter.rhythm.everyDays, letter.rhythm.milestone))}
          </p>
          <p className="small muted gap">{thanks.withdraw}</p>
        </section>
      )}
      {letter && (
        <SendItYourself
          heading={self.headingAlso}
          addressee={letter.addressee}
          text={letter.text}
          print={<PrintForm action={to(`/c/${campaign.slug}/letter`)} letter={letter} />}
        />
      )}
    </>
  );
}

type Known = Exclude<OpenedToken, { outcome: "invalid" }>;

/** Thanks for a confirmed letter, and says what comes next. Includes its text for a day. */
async function loadLetter(context: AppLoadContext, opened: Known, now: Date) {
  const { db, env, locale } = context;
  const letter = await findOwnLetter(db, env.keys, opened.subject);
  const campaign = letter?.confirmedAt ? await findCampaignOfEntry(db, letter, locale) : null;
  if (!letter || !campaign || letter.state === "withdrawn") throw notFound();

  const { thanks } = words(locale).letter;
  const fresh = await mayShowPersonalData(db, opened, letter);
  const isOnHold = letter.heldReason !== null && letter.moderatedAt === null;
  const { text, body, shares, name, country } = letter;
  return {
    about: "letter" as const,
    campaign,
    examples: env.localMode,
    shareUrl: `${env.appUrl}${localizedPath(locale, `/c/${campaign.slug}/letter`)}`,
    name: fresh ? name : null,
    next: fresh ? await nextStepOf(context, letter, now) : null,
    title: !fresh ? thanks.expiredTitle : isOnHold ? thanks.titleHeld : thanks.title,
    count: fresh && !isOnHold ? await countIn(context, letter) : null,
    letter: fresh
      ? {
          text,
          body,
          shares,
          name,
          country,
          isOnHold,
          addressee: await findAddressee(db, campaign.id, letter),
          rhythm: await findSettings(db, letter.campaignId),
        }
      : null,
  };
}

/** Counts the letters, if there are enough to show. */
async function countIn(
  { db, locale }: AppLoadContext,
  { campaignId, companyId }: { campaignId: number; companyId: number },
) {
  const letters = countedLetters(await countLetters(db, campaignId, companyId));
  return letters < groupAtLeast ? null : words(locale).personal.thanks.written(formatNumber(locale, letters));
}
