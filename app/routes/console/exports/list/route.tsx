import { useEffect, useRef } from "react";
import { exportPresets, isPledgePreset } from "#app/domain/outgoing/exports/presets.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { wordOf } from "#app/ui/console/done-note.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { useWatch } from "#app/ui/console/use-watch.ts";
import { Form, Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { act } from "./action.server.ts";
import { ExportForm } from "./export-form.tsx";
import { loadExports } from "./load.server.ts";
import { fileOf, PastExports } from "./past-exports.tsx";
import { useExportWords } from "./use-export-words.ts";

export const loader = (args: LoaderFunctionArgs) => loadExports(args);

/** Records a request. The browser then requests the file, which is made while it downloads. */
export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction = () => [{ title: "Exports · Undersigned" }];

export { ConsoleError as ErrorBoundary };

export default function Exports() {
  const {
    slug,
    past,
    lists,
    list: asked,
    years,
    companies,
    frozen,
    done,
    fetching,
    filters,
    chosen,
    large,
    confirmed,
  } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const proof = sent && "proof" in sent ? sent.proof : null;
  const answered = sent && !("proof" in sent) ? sent : undefined;
  const say = useExportWords();
  const watch = useWatch(past.some(({ kept, state }) => kept && (state === "asked" || state === "running")));
  const preset = exportPresets.find((known) => known === answered?.values.preset);
  const list = !preset ? asked : isPledgePreset(preset) ? "pledges" : "signatures";
  const { title, text } = list === "pledges" ? say.ofPledges : say;
  const fetched = past.find(({ id }) => id === fetching);
  const file = fetched?.state === "asked" ? fileOf(slug, fetched) : null;
  useFetchOnce(file, watch);
  const result = fetched
    ? fetched.state === "completed"
      ? say.exported(fetched.rows ?? 0)
      : say.fetching
    : wordOf({ asked: say.asked, wipe: say.wiped, forget: say.forgotten }, answered ? null : done);
  if (proof) return <Reauthenticate asked={proof} />;
  return (
    <>
      <PageHead title={title} text={text} />
      {file && (
        <noscript>
          <meta httpEquiv="refresh" content={`0;url=${file}`} />
        </noscript>
      )}
      {frozen && (
        <div className="banner banner-error" role="alert">
          <p>{say.frozen}</p>
        </div>
      )}
      {result && (
        <div className="banner" role="status">
          <p>{result}</p>
        </div>
      )}
      {lists.length > 1 && (
        <nav className="tabs" aria-label={say.ofPledges.tabs}>
          {lists.map((each) => (
            <Link key={each} to={`?list=${each}`} aria-current={each === list ? "page" : undefined}>
              {say.ofPledges.lists[each]}
            </Link>
          ))}
        </nav>
      )}
      <div className="cols">
        <div>
          <SavedFilters filters={filters} chosen={chosen?.name ?? null} />
          <ExportForm
            key={`${list} ${chosen?.name}`}
            list={list}
            years={years}
            companies={companies}
            rows={large && list === "signatures" ? confirmed : null}
            errors={answered?.errors ?? []}
            values={answered?.values ?? chosen?.values ?? {}}
            onSubmit={watch}
          />
        </div>
        <PastExports slug={slug} past={past} onFetch={watch} />
      </div>
    </>
  );
}

/** Starts a download, once. Without scripts the page does. */
function useFetchOnce(file: string | null, watch: () => void) {
  const started = useRef(false);
  useEffect(() => {
    if (file === null || started.current) return;
    started.current = true;
    window.location.assign(file);
    watch();
  }, [file, watch]);
}

type SavedFiltersProps = { filters: readonly { publicId: string; name: string }[]; chosen: string | null };

/** Links the campaign's repeated exports: each fills the form in. */
function SavedFilters({ filters, chosen }: SavedFiltersProps) {
  const { saved: say } = useExportWords();
  return (
    <section className="stack mb-6" aria-labelledby="saved">
      <h2 id="saved">{say.heading}</h2>
      {filters.length === 0 && <p className="muted small">{say.none}</p>}
      <ul className="cluster loose">
        {filters.map(({ publicId, name }) => (
          <li key={publicId}>
            <Link to={`?filter=${publicId}`} aria-current={name === chosen ? "true" : undefined}>
              {name}
            </Link>
            <Form method="post" reloadDocument>
              <input type="hidden" name="subject" value={publicId} />
              <button
                type="submit"
                name="intent"
                value="forget"
                className="text-button small"
                aria-label={say.forget(name)}
              >
                ×
              </button>
            </Form>
          </li>
        ))}
      </ul>
      {chosen && (
        <p role="status" className="small">
          {say.using(chosen)}
        </p>
      )}
    </section>
  );
}
