import type { BallotItemOnPage } from "#app/domain/campaign/meetings/page-facts.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { useCompanies } from "#app/ui/console/companies.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { formatVotes } from "#app/ui/meetings/format-votes.ts";
import { ItemResult } from "#app/ui/meetings/item-result.tsx";
import { TrustLabel } from "#app/ui/meetings/labels.tsx";

type ItemsProps = { slug: string; year: number; items: readonly BallotItemOnPage[]; mayKeep: boolean };

/** Lists a meeting's proposals by number, with the results that the company computes. */
export function Items({ slug, year, items, mayKeep }: ItemsProps) {
  const { meeting: say } = useWords().meetings;
  const { at } = useCompanies();
  const base = `/organize/c/${slug}/meetings/${year}/items`;
  const add = mayKeep && <ButtonLink href={at(`${base}/new`)}>{say.addItem}</ButtonLink>;
  return (
    <section className="block" aria-labelledby="proposals">
      <div className="spread">
        <h2 id="proposals">{say.proposals}</h2>
        {items.length > 0 && add}
      </div>
      {items.length === 0 ? (
        <Blank title={say.noItems.title} text={say.noItems.text} level={3}>
          {add}
        </Blank>
      ) : (
        <>
          <ItemTable base={base} items={items} />
          {items.some(({ status }) => status === "voted") && <p className="hint">{say.proposalsHow}</p>}
        </>
      )}
    </section>
  );
}

function ItemTable({ base, items }: { base: string; items: readonly BallotItemOnPage[] }) {
  const { meeting: say, item: words } = useWords().meetings;
  const { itemColumns: columns } = say;
  const locale = useLocale();
  const { at } = useCompanies();
  const counted = items.some(({ votes }) => votes.for !== null);
  return (
    <table className="stacked item-list">
      <caption className="vh">{say.proposals}</caption>
      <thead>
        <tr>
          <th className="min-[760px]:w-12">{columns.number}</th>
          <th>{columns.title}</th>
          <th className="wide w-30">{columns.status}</th>
          {counted && <th className="wide num">{columns.for}</th>}
          {counted && <th className="wide num">{columns.against}</th>}
          <th className="num min-[760px]:w-34">{columns.result}</th>
          <th className="wide trust">{columns.trust}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td className="muted">{item.number ?? say.noResult}</td>
            <th scope="row">
              <a href={at(`${base}/${item.id}`)}>{item.title}</a>
              {item.proponent !== null && <span className="beneath small muted">{item.proponent}</span>}
              <span className="narrow">
                <span className="kind">{words.statuses[item.status]}</span>
              </span>
              <span className="narrow">
                <TrustLabel trust={item.source.trust} />
              </span>
            </th>
            <td className="wide state">
              <span className="kind">{words.statuses[item.status]}</span>
            </td>
            {counted && <td className="wide num">{formatVotes(locale, item.votes.for) ?? say.noResult}</td>}
            {counted && (
              <td className="wide num">{formatVotes(locale, item.votes.against) ?? say.noResult}</td>
            )}
            <td className="num result" data-label={columns.result}>
              <ItemResult result={item.result} />
            </td>
            <td className="wide trust">
              <TrustLabel trust={item.source.trust} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
