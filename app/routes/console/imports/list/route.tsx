import { isFrozen } from "#app/domain/access/freeze.server.ts";
import { readCounts } from "#app/domain/campaign/queries.server.ts";
import { type ImportState, importFormats, isAtWork } from "#app/domain/entries/imports/import.ts";
import { listImports } from "#app/domain/entries/imports/queries.server.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { useWatch } from "#app/ui/console/use-watch.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { LearnMore } from "#app/ui/learn-more.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Form, Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { type Answer, act } from "./action.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "manage");
  const { db } = args.context;
  const [imports, frozen, { imported, onPaper }] = await Promise.all([
    listImports(db, campaign.id),
    isFrozen(db, campaign.id),
    readCounts(db, campaign.id),
  ]);
  return {
    slug: campaign.slug,
    frozen,
    apart: { imported, onPaper },
    done: new URL(args.request.url).searchParams.get("done"),
    imports: imports.map(({ publicId, number, format, state, by, createdAt, added, known, refused }) => ({
      publicId,
      number,
      format,
      state,
      by,
      added,
      known,
      refused,
      at: writeMoment(createdAt),
    })),
  };
}

export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction = () => [{ title: "Imports · Undersigned" }];

export { ConsoleError as ErrorBoundary };

export default function Imports() {
  const { slug, frozen, done, imports, apart } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { imports: say } = useWords();
  useWatch(imports.some(({ state }) => isAtWork(state)));
  const problem = answer?.problem === "frozen" ? say.frozen : wordOf(say.problems, answer?.problem);
  return (
    <>
      <PageHead title={say.title} text={say.text} />
      <DoneNote done={wordOf(say.done, done)} refused={frozen ? say.frozen : undefined} />
      {!frozen && <UploadForm format={answer?.format ?? null} problem={problem} />}
      <PastImports slug={slug} imports={imports} apart={apart} />
    </>
  );
}

type Past = {
  publicId: string;
  number: number;
  format: string;
  state: ImportState;
  by: string | null;
  at: string;
  added: number;
  known: number;
  refused: number;
};

type PastImportsProps = {
  slug: string;
  imports: readonly Past[];
  /** People in the campaign by imports: those who have not confirmed, and those on paper. */
  apart: { imported: number; onPaper: number };
};

/** Lists imports, newest first, and their separate counts. */
function PastImports({ slug, imports, apart }: PastImportsProps) {
  const { imports: say } = useWords();
  const locale = useLocale();
  return (
    <section className="sheet" aria-labelledby="past">
      <h2 id="past">{say.list.heading}</h2>
      {imports.length === 0 ? (
        <Blank title={say.list.empty} text={say.list.emptyText} level={3} />
      ) : (
        <>
          <p>{say.list.apart(apart.imported, apart.onPaper)}</p>
          <table>
            <thead>
              <tr>
                {say.list.columns.map((column, n) => (
                  <th key={column} className={n > 2 ? "num" : n > 0 ? "wide" : undefined}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {imports.map((one) => (
                <tr key={one.publicId}>
                  <th scope="row">
                    <Link to={`/organize/c/${slug}/imports/${one.publicId}`}>{say.list.of(one.number)}</Link>
                    <div className="muted small">{say.list.by(one.by, one.at)}</div>
                    <div className="muted small narrow">
                      {say.formats[one.format]}. {say.states[one.state]}.
                    </div>
                  </th>
                  <td className="wide">{say.formats[one.format]}</td>
                  <td className="wide">{say.states[one.state]}</td>
                  {[one.added, one.known, one.refused].map((n, at) => (
                    <td key={say.list.columns[at + 3]} className="num">
                      {formatNumber(locale, n)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

type UploadFormProps = { format: string | null; problem: string | undefined };

/** Asks for a list's source and file. The browser sends it itself, so that no script reads it. */
function UploadForm({ format, problem }: UploadFormProps) {
  const { imports } = useWords();
  const { upload: say } = imports;
  return (
    <Form method="post" encType="multipart/form-data" reloadDocument noValidate>
      <ErrorSummary heading={imports.summary} errors={problem ? [{ field: "file", message: problem }] : []} />
      <section className="step">
        <span className="n">1</span>
        <h2>{say.format}</h2>
        <div className="choices tall">
          {importFormats.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="format"
                value={each}
                defaultChecked={(format ?? "csv") === each}
                aria-describedby={`format-${each}`}
              />
              <span>
                <b>{imports.formats[each]}</b>
                <span className="hint" id={`format-${each}`}>
                  {imports.formatHints[each]}
                </span>
              </span>
            </label>
          ))}
        </div>
      </section>
      <section className="step">
        <span className="n">2</span>
        <h2>{say.heading}</h2>
        <p>{say.text}</p>
        <TextInput
          type="file"
          name="file"
          label={say.file}
          hint={say.fileHint}
          error={problem}
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          required
        />
        <LearnMore about={say.aboutFile}>{say.fileMore}</LearnMore>
        <div className="act-row">
          <Button variant="act">{say.button}</Button>
        </div>
        <p className="gap">
          {say.paperText} <Link to="paper">{say.paper}</Link>.
        </p>
      </section>
    </Form>
  );
}
