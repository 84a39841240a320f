import type { LetterCounts } from "#app/domain/entries/letters/list/list-letters.server.ts";
import { countedStates, type PublicLetter } from "#app/domain/entries/letters/published/public-letter.ts";
import { formatDate, formatNumber } from "#app/i18n/index.ts";
import { useAnswerTitle } from "#app/ui/answer-title.tsx";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { type Companies, LetterList } from "#app/ui/letters/letter-list.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";

type Found = { letters: PublicLetter[]; more: boolean };

type ReadingProps = {
  slug: string;
  /** The list's address, without language. */
  path: string;
  companies: Companies;
  page: { letters: PublicLetter[]; older: string | null } | null;
  /** `found` is null if nothing was typed, or after `tooMany` searches. */
  search: { typed: string; found: Found | null; tooMany: boolean } | null;
};

/** Lists public letters, the newest or those searched for. */
export function Reading({ slug, path: list, companies, page, search }: ReadingProps) {
  const { read: say } = useWords().lettersPublic;
  const to = useLocalizedPath();
  const path = to(list);
  useAnswerTitle(search ? { failed: search.found === null } : {});
  const some = (page?.letters.length ?? 0) > 0;
  return (
    <section id="read">
      <h2>{say.heading}</h2>
      <p>{some || search ? say.text : say.none}</p>
      {(some || search) && <Find action={path} typed={search?.typed ?? ""} />}
      {search ? (
        <div role="status">
          <p className="found">
            <b>{search.tooMany ? say.tooMany : resultOf(search.found, say)}</b> <a href={path}>{say.all}</a>
          </p>
        </div>
      ) : null}
      <LetterList
        slug={slug}
        companies={companies}
        letters={search ? (search.found?.letters ?? []) : (page?.letters ?? [])}
      />
      {!search && page?.older && (
        <p className="gap">
          <a href={to(`${list}/page/${page.older}`)} rel="next">
            {say.older}
          </a>
        </p>
      )}
    </section>
  );
}

type Say = ReturnType<typeof useWords>["lettersPublic"]["read"];

function resultOf(found: Found | null, say: Say): string {
  if (!found) return say.nothingTyped;
  return found.letters.length === 0 ? say.nothing : `${say.found(found.letters.length, found.more)}.`;
}

function Find({ action, typed }: { action: string; typed: string }) {
  const { read: say } = useWords().lettersPublic;
  return (
    <search>
      <form method="post" action={action} className="find-letters">
        <Field name="find" label={say.find} hint={say.findHint}>
          {(wiring) => (
            <input type="search" {...wiring} defaultValue={typed} autoComplete="off" maxLength={300} />
          )}
        </Field>
        <Button>{say.findButton}</Button>
      </form>
    </search>
  );
}

type LedgerProps = { counts: LetterCounts; sum: number; today: string };

/** In the order of a letter's life. Empty states are left out, except the usual ones. */
const order = [...countedStates, "erased"] as const;
const always: readonly string[] = ["confirmed", "sent", "accepted"];

/** Counts letters by state, and says what each state means. The states add up to the sum. */
export function Ledger({ counts, sum, today }: LedgerProps) {
  const { ledger: say } = useWords().lettersPublic;
  const locale = useLocale();
  const listed = order.filter((state) => counts[state] > 0 || always.includes(state));
  return (
    <section>
      <h2>{say.heading}</h2>
      <table className="letter-states">
        <caption>{say.caption(formatDate(locale, today))}</caption>
        <thead>
          <tr>
            <th scope="col">{say.columns.state}</th>
            <th scope="col" className="number">
              {say.columns.letters}
            </th>
          </tr>
        </thead>
        <tbody>
          {listed.map((state) => (
            <tr key={state}>
              <th scope="row">
                <b>{say.states[state].label}</b>
                <span>{say.states[state].means}</span>
              </th>
              <td className="number">{formatNumber(locale, counts[state])}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say.sum}</th>
            <td className="number">{formatNumber(locale, sum)}</td>
          </tr>
        </tfoot>
      </table>
      <Apart counts={counts} />
    </section>
  );
}

/** What the sum excludes, and what nobody has checked. */
function Apart({ counts }: { counts: LetterCounts }) {
  const { ledger: say } = useWords().lettersPublic;
  const { withdrawn, withdrawnAfter, refused, selfSent } = counts;
  const before = withdrawn - withdrawnAfter;
  const left = [
    before > 0 && say.withdrawn(before),
    withdrawnAfter > 0 && say.withdrawnAfter(withdrawnAfter),
    refused > 0 && say.refused(refused),
  ].filter(Boolean);
  return (
    <div className="small muted apart">
      {left.length > 0 && (
        <p>
          {say.apart} {left.join(" ")}
        </p>
      )}
      {selfSent > 0 && <p>{say.selfSent(selfSent)}</p>}
    </div>
  );
}
