import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import { readTransparency } from "#app/domain/upkeep/retention/read-transparency.server.ts";
import type { LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { orNotFound, publicPage } from "#app/http/respond.server.ts";
import { formatDate, formatNumber, formatTime, localizedPath, words } from "#app/i18n/index.ts";
import { CampaignEyebrow } from "#app/ui/in-language.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import { shareMeta } from "#app/ui/share-meta.ts";

export const headers = () => publicPage;

/** Shows what is stored, how long, who asked, what was exported or removed, and the newest seal. */
export async function loader({ params, context: { db, env, locale } }: LoaderFunctionArgs) {
  const campaign = orNotFound(await findCampaign(db, params.campaign ?? "", locale));
  return {
    campaign,
    locale,
    report: await readTransparency(db, campaign.id),
    examples: env.localMode,
    title: `${words(locale).transparency.title}: ${campaign.title}`,
    url: env.appUrl + localizedPath(locale, `/c/${campaign.slug}/transparency`),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { campaign, title, url, locale } = data;
  return shareMeta(
    { title, url, type: "article", campaign, description: words(locale).transparency.standfirst },
    locale,
  );
};

export default function TransparencyPage() {
  const { campaign, report, examples } = useLoaderData<typeof loader>();
  const { transparency: say } = useWords();
  const locale = useLocale();
  const to = useLocalizedPath();
  const day = (at: Date | string) => formatDate(locale, at);
  const { closed, kept, requests, erasures, exports, invalidations, seal } = report;
  return (
    <Page campaign={campaign} examples={examples}>
      <CampaignEyebrow campaign={campaign} />
      <h1>{say.title}</h1>
      <p className="standfirst">{say.standfirst}</p>
      {closed && (
        <>
          <h2>{say.closed.heading}</h2>
          <p>{say.closed.on(day(closed.on))}</p>
          <p className="gap">
            {closed.erasedOn
              ? say.closed.erased(day(closed.erasedOn))
              : say.closed.erases(day(closed.erasesOn))}
          </p>
        </>
      )}
      <h2>{say.kept.heading}</h2>
      <p>{say.kept.intro}</p>
      <Rows
        heads={[say.kept.columns.what, say.kept.columns.period]}
        rows={kept.map(({ what, period, unit }) => [
          say.kept.what[what] ?? what,
          say.kept.period(period, unit),
        ])}
      />
      <p className="gap">
        {say.kept.more} <a href={to(`/c/${campaign.slug}/privacy`)}>{say.kept.privacy}</a>.
      </p>
      <h2>{say.requests.heading}</h2>
      <p>{say.requests.line(requests.received, requests.open)}</p>
      {erasures !== null && <p className="gap">{say.requests.erasures(erasures)}</p>}
      <h2>{say.exports.heading}</h2>
      {exports.length === 0 ? (
        <p>{say.exports.none}</p>
      ) : (
        <>
          <p>{say.exports.text}</p>
          <Rows
            heads={Object.values(say.exports.columns)}
            rows={exports.map(({ month, files }) => [month, formatNumber(locale, files)])}
          />
        </>
      )}
      <p className="gap">
        {say.exports.handedOver} <a href={to(`/c/${campaign.slug}/letters`)}>{say.exports.letters}</a>.
      </p>
      <h2>{say.invalidations.heading}</h2>
      {invalidations.length === 0 && <p>{say.invalidations.none}</p>}
      {invalidations.map(({ on, signatures, note }) => (
        <p key={on.toISOString()} className="gap">
          <b>{say.invalidations.line(day(on), formatNumber(locale, signatures))}.</b> {note}
        </p>
      ))}
      <h2>{say.words.heading}</h2>
      <ul className="plain">
        <li>
          <a href={to(`/c/${campaign.slug}/petition`)}>{say.words.petition}</a>
        </li>
        <li>
          <a href={to(`/c/${campaign.slug}#corrections`)}>{say.words.corrections}</a>
        </li>
      </ul>
      <h2>{say.seal.heading}</h2>
      <p>{say.seal.text}</p>
      {seal === null ? (
        <p className="gap">{say.seal.none}</p>
      ) : (
        <p className="gap">
          {say.seal.newest(
            seal.id,
            `${formatDate(locale, seal.sealedAt)}, ${formatTime(locale, seal.sealedAt)}`,
          )}{" "}
          <code className="hash">{seal.sha256.replace(/(.{8})(?=.)/g, "$1 ")}</code>
        </p>
      )}
    </Page>
  );
}

function Rows({ heads, rows }: { heads: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <table className="short-last gap">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells.join("|")}>
            {cells.map((cell, n) => (
              <td key={heads[n]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
