import { dayInZone } from "#app/domain/base/zone-clock.ts";
import type { Petition } from "#app/domain/campaign/campaign.ts";
import { meaningOf } from "#app/domain/campaign/petition/petition-meaning.ts";
import { findCampaign, listPetitions } from "#app/domain/campaign/queries.server.ts";
import type { LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { orNotFound, publicPage } from "#app/http/respond.server.ts";
import { formatDate, localizedPath, words } from "#app/i18n/index.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CampaignEyebrow, InLanguage } from "#app/ui/in-language.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { PetitionText } from "#app/ui/petition-text.tsx";
import { QuotingSentence } from "#app/ui/quoting-sentence.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import { shareMeta } from "#app/ui/share-meta.ts";

export const headers = () => publicPage;

/** Shows the petition, in every version there has been. */
export async function loader({ params, context: { db, env, locale } }: LoaderFunctionArgs) {
  const campaign = orNotFound(await findCampaign(db, params.campaign ?? "", locale));
  const petitions = await listPetitions(db, campaign.id, locale);
  return {
    campaign,
    locale,
    inForce: petitions.find(({ version }) => version === campaign.petition.version) ?? campaign.petition,
    earlier: petitions.filter(({ version }) => version !== campaign.petition.version),
    examples: env.localMode,
    title: `${words(locale).case.petition.title}: ${campaign.title}`,
    url: env.appUrl + localizedPath(locale, `/c/${campaign.slug}/petition`),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { campaign, title, url, locale } = data;
  return shareMeta({ title, url, type: "article", campaign, description: campaign.petition.summary }, locale);
};

export default function FullText() {
  const { campaign, inForce, earlier, examples } = useLoaderData<typeof loader>();
  const { petition } = useWords().case;
  const to = useLocalizedPath();
  return (
    <Page campaign={campaign} examples={examples}>
      <CampaignEyebrow campaign={campaign} />
      <h1>{petition.title}</h1>
      <Version petition={inForce} isMeant zone={campaign.zone} />
      <p className="gap">
        <ButtonLink variant="act" href={to(`/c/${campaign.slug}#sign`)}>
          {petition.sign}
        </ButtonLink>
      </p>
      <p className="small muted gap">{petition.bound}</p>
      {earlier.length > 0 && <h2>{petition.earlier}</h2>}
      {earlier.map((one) => (
        <Version
          key={one.version}
          petition={one}
          isMeant={meaningOf(one) === meaningOf(inForce)}
          zone={campaign.zone}
        />
      ))}
    </Page>
  );
}

type VersionProps = { petition: Petition; isMeant: boolean; zone: string };

/** Days are the exchange's. `isMeant`: it means the same as the text in force, so its signers count. */
function Version({ petition: one, isMeant, zone }: VersionProps) {
  const { petition } = useWords().case;
  const { version, body, publishedAt, inForceAgainAt, translatedAt } = one;
  const { sameMeaningAs, note, earlierSigners } = one;
  const locale = useLocale();
  const day = (at: Date) => formatDate(locale, dayInZone(zone, at));
  const since = translatedAt && day(translatedAt);
  const facts = [
    petition.version(version, day(publishedAt)),
    inForceAgainAt && petition.again(day(inForceAgainAt)),
    since && since !== day(publishedAt) && petition.translated(since),
    sameMeaningAs !== null && petition.sameAs(sameMeaningAs),
    isMeant ? earlierSigners && petition[earlierSigners] : petition.another,
    !isMeant && earlierSigners === "told" && petition.toldThen,
  ].filter((sentence) => typeof sentence === "string");
  return (
    <section className="signed-text" id={`version-${version}`}>
      <InLanguage language={one.language} />
      <div lang={one.language}>
        <PetitionText body={body} />
      </div>
      <p className="small muted gap">{facts.map((sentence) => sentence.replace(/\.$/, "")).join(". ")}.</p>
      {note && (
        <p className="small muted">
          <QuotingSentence say={petition.note} words={note} language={one.noteLanguage} />
        </p>
      )}
    </section>
  );
}
