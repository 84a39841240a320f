import type { ListOf } from "#app/domain/exports/presets.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { useLocale } from "#app/ui/locale.tsx";
import { useExportWords } from "./use-export-words.ts";

type Past = ListOf & {
  id: string;
  by: string | null;
  byOperator: boolean;
  mine: boolean;
  at: string;
  rows: number | null;
  bytes: number | null;
  sha256: string | null;
  state: "asked" | "running" | "aborted" | "completed";
};

const looks = { completed: "kind k-good", running: "kind k-wait", asked: "kind", aborted: "kind k-stop" };

type PastExportsProps = { slug: string; past: readonly Past[]; onFetch: () => void };

/** Who took which list when, with what it takes to check a file against its record. */
export function PastExports({ slug, past, onFetch }: PastExportsProps) {
  const say = useExportWords();
  return (
    <section className="past" aria-labelledby="past">
      <h2 id="past">{say.pastHeading}</h2>
      {past.length === 0 && <p className="muted">{say.none}</p>}
      <ul>
        {past.map((row) => (
          <li key={row.id}>
            <p className={looks[row.state]}>{say.stateOf[row.state](row.at)}</p>
            <p>
              <b>{say.presets[row.preset].name}</b>
            </p>
            {row.state === "aborted" && <p className="small muted">{say.abortedText}</p>}
            {row.mine && (row.state === "asked" || row.state === "aborted") && (
              <p className="fetch">
                <ButtonLink href={`/organize/c/${slug}/exports/${row.id}.csv`} onClick={onFetch}>
                  {row.state === "asked" ? say.fetch : say.fetchAgain}
                </ButtonLink>
              </p>
            )}
            <Facts row={row} />
            {row.state === "completed" && (
              <p className="small">
                <a href={`/organize/c/${slug}/exports/${row.id}.manifest.json`}>{say.manifest}</a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ row }: { row: Past }) {
  const say = useExportWords();
  const locale = useLocale();
  const { filter } = row;
  const said = say.filterText(say.states[filter.state], filter.from, filter.to);
  const meeting = "meeting" in filter && filter.meeting && say.ofPledges.forMeeting(filter.meeting);
  const facts = [
    [say.by, row.byOperator ? say.operator : row.by],
    [say.rows, row.rows === null ? null : formatNumber(locale, row.rows)],
    [say.size, row.bytes === null ? null : sizeOf(row.bytes, say)],
    [say.filter, [said, meeting].filter(Boolean).join(", ")],
    [say.hash, row.sha256?.replace(/(.{8})(?=.)/g, "$1 ") ?? null],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(
        ([term, detail]) =>
          detail && (
            <div key={term}>
              <dt>{term}</dt>
              <dd className={term === say.hash ? "hash" : undefined}>{detail}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

type Sizes = { kilobytes: (n: number) => string; megabytes: (n: number) => string };

const sizeOf = (bytes: number, say: Sizes) =>
  bytes < 1_000_000
    ? say.kilobytes(Math.max(1, Math.round(bytes / 1000)))
    : say.megabytes(Math.round(bytes / 100_000) / 10);
