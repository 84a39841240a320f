import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import {
  type HoldingForm,
  holdingForms,
  type Verification,
  type VoteIntention,
  verifications,
  voteIntentions,
} from "#app/domain/entries/pledges/pledge.ts";
import type { PublicFundLetters } from "#app/domain/entries/pledges/totals/fund-letters.ts";
import type { MeetingTotals, Value } from "#app/domain/entries/pledges/totals/public-totals.ts";
import type { PublishedCell, PublishedTotals } from "#app/domain/entries/pledges/totals/published-totals.ts";
import { type PublicVotedRate, percentVoted } from "#app/domain/entries/pledges/totals/voted-rate.ts";
import { formatDate, formatDollars, formatNumber, formatTime } from "#app/i18n/index.ts";
import { Heading } from "#app/ui/heading.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { FundLettersTable } from "#app/ui/pledges/fund-letters.tsx";
import { TotalsTable } from "#app/ui/pledges/totals-table.tsx";
import { QuotingSentence } from "#app/ui/quoting-sentence.tsx";

const rowsOf = <K extends string>(
  order: readonly K[],
  labels: Record<K, string>,
  cells: Partial<Record<K, PublishedCell>>,
) => order.map((key) => ({ label: labels[key], cell: cells[key] }));

/** Shows the sums: by what is known of each holding, by intention, by way of holding, and overall. */
export function Totals({ totals }: { totals: MeetingTotals }) {
  const { totals: words } = useWords();
  const { published } = totals;
  if (!published?.all) return null;
  const { unitedStates } = profileOf(totals.meeting.jurisdiction);
  const holding = unitedStates
    ? words.holding
    : { ...words.holding, foreign_broker: words.holding.elsewhere };
  return (
    <>
      <section>
        <Heading>{words.shares.heading}</Heading>
        <TotalsTable
          caption={words.shares.caption}
          rows={rowsOf<Verification>(verifications, words.verification, published.byVerification)}
          sum={{ label: words.shares.together, cell: published.all }}
        />
        {totals.value && <WorthInDollars value={totals.value} />}
        <Published published={published} />
      </section>
      <Intentions totals={totals} published={published} />
      <section>
        <Heading>{words.holding.heading}</Heading>
        <TotalsTable
          caption={words.holding.caption}
          rows={rowsOf<HoldingForm>(holdingForms, holding, published.byHolding)}
        />
      </section>
      <section>
        <Heading>{words.kind.heading}</Heading>
        <TotalsTable
          caption={words.kind.caption}
          rows={rowsOf<"direct" | "institution">(["direct", "institution"], words.kind, published.byKind)}
        />
      </section>
      <Funds count={published.fundHolders} letters={totals.fundLetters} />
      {totals.voted && <Voted voted={totals.voted} holding={holding} />}
    </>
  );
}

function Published({ published }: { published: PublishedTotals }) {
  const { totals: words } = useWords();
  const locale = useLocale();
  const at = published.publishedAt;
  const moment = `${formatDate(locale, at)}, ${formatTime(locale, at)} UTC`;
  return (
    <p className="small muted gap">
      {words.columns.meaning} {words.shares.published(moment)} {published.hidden && words.suppressed}
    </p>
  );
}

function Intentions({ totals, published }: { totals: MeetingTotals; published: PublishedTotals }) {
  const { totals: words } = useWords();
  const { intentions } = words;
  const items = totals.meeting.items.filter(({ id }) => published.byItem[id]);
  return (
    <section>
      <Heading>{intentions.heading}</Heading>
      {items.map(({ id, number, title, titleLanguage }) => (
        <TotalsTable
          key={id}
          caption={
            <QuotingSentence
              say={(words) => intentions.item(number, words)}
              words={title}
              language={titleLanguage}
            />
          }
          rows={rowsOf<VoteIntention>(voteIntentions, intentions, published.byItem[id] ?? {})}
        />
      ))}
      <TotalsTable
        caption={intentions.caption}
        rows={rowsOf<VoteIntention>(voteIntentions, intentions, published.general)}
      />
    </section>
  );
}

type FundsProps = { count: number | null; letters: PublicFundLetters | null };

function Funds({ count, letters }: FundsProps) {
  const { funds, suppressed } = useWords().totals;
  const locale = useLocale();
  return (
    <section>
      <Heading>{funds.heading}</Heading>
      <p>
        {count === null ? funds.notShown : funds.count(formatNumber(locale, count))} {funds.apart}
      </p>
      {letters && (
        <>
          <p className="gap">{funds.letters(formatNumber(locale, letters.told))}</p>
          <FundLettersTable answers={letters.answers} />
          <p className="small muted gap">
            {funds.rule} {letters.hidden && suppressed}
          </p>
        </>
      )}
    </section>
  );
}

type VotedProps = { voted: PublicVotedRate; holding: Record<HoldingForm, string> };

/** Counts who voted, of those who said, as published. */
function Voted({ voted: { all, byHolding, hidden }, holding }: VotedProps) {
  const { voted: words, columns, suppressed } = useWords().totals;
  const locale = useLocale();
  const number = (count: number) => formatNumber(locale, count);
  const listed = holdingForms.flatMap((form) => {
    const count = byHolding[form];
    return count ? [{ form, ...count }] : [];
  });
  return (
    <section>
      <Heading>{words.heading}</Heading>
      <p>
        {all.votedMin === all.votedMax
          ? words.exactly(number(all.votedMin), number(all.known), percentVoted(all.votedMin, all.known))
          : words.between(number(all.votedMin), number(all.votedMax), number(all.known))}
      </p>
      {listed.length > 0 && (
        <table className="totals">
          <thead>
            <tr>
              <th scope="col">{columns.group}</th>
              <th scope="col" className="number">
                {words.known}
              </th>
              <th scope="col" className="number">
                {words.voted}
              </th>
            </tr>
          </thead>
          <tbody>
            {listed.map(({ form, known, voted }) => (
              <tr key={form}>
                <th scope="row">{holding[form]}</th>
                <td className="number" data-label={words.known}>
                  {number(known)}
                </td>
                <td className="number" data-label={words.voted}>
                  {words.percent(number(voted), percentVoted(voted, known))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="small muted gap">
        {words.rule} {hidden && suppressed}
      </p>
    </section>
  );
}

/** Values the whole shares by a price that is verified and fresh; else says why not. */
function WorthInDollars({ value }: { value: Value }) {
  const { value: words } = useWords().totals;
  const locale = useLocale();
  return (
    <p className="gap">
      {value.shown
        ? words.shown(
            formatDollars(locale, value.dollars, 0),
            formatDollars(locale, value.price),
            formatDate(locale, value.asOf),
          )
        : words.hidden[value.why]}
    </p>
  );
}
