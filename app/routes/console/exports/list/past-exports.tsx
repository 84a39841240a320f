import { isPledgeList, type ListOf } from "#app/domain/outgoing/exports/presets.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { useLocale } from "#app/ui/locale.tsx";
import { Form, Link } from "#app/ui/remix.ts";
import { useExportWords } from "./use-export-words.ts";

type Past = ListOf & {
  id: string;
  by: string | null;
  byOperator: boolean;
  mine: boolean;
  at: string;
  until: string | null;
  rows: number | null;
  bytes: number | null;
  sha256: string | null;
  kept: boolean;
  rowsSoFar: number;
  rowsExpected: number | null;
  wipedFor: "expired" | "erasure" | "organizer" | null;
  state: "asked" | "running" | "aborted" | "completed" | "wiped";
};

const classOf = {
  completed: "kind k-good",
  running: "kind k-wait",
  asked: "kind",
  aborted: "kind k-stop",
  wiped: "kind",
};

type PastExportsProps = { slug: string; past: readonly Past[]; onFetch: () => void };

/** Lists who exported which list when, with what is needed to check a file against its record. */
export function PastExports({ slug, past, onFetch }: PastExportsProps) {
  const say = useExportWords();
  return (
    <section className="block past" aria-labelledby="past">
      <h2 id="past">{say.pastHeading}</h2>
      {past.length === 0 && <p className="muted">{say.none}</p>}
      <ul className="list">
        {past.map((row) => (
          <li key={row.id}>
            <p className={classOf[row.state]}>{say.stateOf[row.state](row.at)}</p>
            <p>
              <b>{say.presets[row.preset].name}</b>
            </p>
            {row.state === "aborted" && <p className="small muted">{say.abortedText}</p>}
            {row.wipedFor && <p className="small muted">{say.wipedFor[row.wipedFor]}</p>}
            {row.kept ? (
              <Kept slug={slug} row={row} onFetch={onFetch} />
            ) : (
              row.mine &&
              (row.state === "asked" || row.state === "aborted") && (
                <p className="my-2">
                  <ButtonLink href={fileOf(slug, row)} onClick={onFetch}>
                    {row.state === "asked" ? say.fetch : say.fetchAgain}
                  </ButtonLink>
                </p>
              )
            )}
            <Facts row={row} />
            {(row.state === "completed" || (row.state === "wiped" && row.sha256)) && (
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

export const fileOf = (slug: string, { id, filter }: Past) =>
  `/organize/c/${slug}/exports/${id}.${filter.format ?? "csv"}`;

/** A file that is kept or being made: its progress, download link and removal. */
function Kept({ slug, row, onFetch }: { slug: string; row: Past; onFetch: () => void }) {
  const say = useExportWords();
  const making = row.state === "asked" || row.state === "running";
  return (
    <>
      {making && (
        <div className="stack" role="status">
          <progress
            aria-label={say.presets[row.preset].name}
            value={row.rowsSoFar}
            max={Math.max(row.rowsExpected ?? 0, row.rowsSoFar, 1)}
          />
          <p className="small">
            {say.progress(row.rowsSoFar, row.rowsExpected)} · <Link to="?">{say.look}</Link>
          </p>
        </div>
      )}
      {row.state === "completed" && row.mine && (
        <p className="my-2">
          <ButtonLink href={fileOf(slug, row)} onClick={onFetch}>
            {say.download}
          </ButtonLink>
        </p>
      )}
      {(making || row.state === "completed") && (
        <Form method="post" reloadDocument>
          <input type="hidden" name="subject" value={row.id} />
          <Button name="intent" value="wipe">
            {say.wipe}
          </Button>
        </Form>
      )}
    </>
  );
}

function Facts({ row }: { row: Past }) {
  const say = useExportWords();
  const locale = useLocale();
  const facts = [
    [say.by, row.byOperator ? say.operator : row.by],
    [say.rows, row.rows === null ? null : formatNumber(locale, row.rows)],
    [say.size, row.bytes === null ? null : sizeOf(row.bytes, say)],
    [say.filter, filterText(row, say)],
    [say.until, row.kept && row.state === "completed" ? row.until : null],
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

/** The people in it, in words. */
function filterText(row: Past, say: ReturnType<typeof useExportWords>): string {
  const { from, to, format, company } = row.filter;
  const form = format === "xlsx" ? "XLSX" : null;
  if (isPledgeList(row)) {
    const { state, meeting } = row.filter;
    const ofMeeting = meeting === null ? null : say.ofPledges.forMeeting(meeting);
    return [say.filterText(say.states[state], from, to), ofMeeting, company, form].filter(Boolean).join(", ");
  }
  const { states, countries, consent } = row.filter;
  const named = states.length ? states.map((state) => say.states[state]).join(", ") : say.states.all;
  const agreed = consent === "updates" ? say.consents.updates : null;
  return [say.filterText(named, from, to), countries.join(" "), agreed, company, form]
    .filter(Boolean)
    .join(", ");
}

type Sizes = { kilobytes: (n: number) => string; megabytes: (n: number) => string };

const sizeOf = (bytes: number, say: Sizes) =>
  bytes < 1_000_000
    ? say.kilobytes(Math.max(1, Math.round(bytes / 1000)))
    : say.megabytes(Math.round(bytes / 100_000) / 10);
