import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCompany } from "#app/http/require-company.server.ts";
import { Blank } from "#app/ui/console/blank.tsx";
import { CompanyTabs } from "#app/ui/console/company-tabs.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { SentBackNotes } from "#app/ui/console/send-back.tsx";
import { useWatch } from "#app/ui/console/use-watch.ts";
import { useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import packStyles from "#app/ui/styles/console-packs.css?url";
import { type Answer, act } from "./act.server.ts";
import { AskForPack } from "./ask-for-pack.tsx";
import { Keys } from "./keys.tsx";
import { loadPacks } from "./load.server.ts";
import { PackEntry } from "./pack-entry.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: packStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, company, scope } = await requireCompany(args, ["export-signatures", "approve"]);
  const search = new URL(args.request.url).searchParams;
  const page = await loadPacks(args.context, { campaign, company, organizerId: scope.organizerId });
  return { ...page, done: search.get("done"), doneLetters: Number(search.get("letters")) || 0 };
}

export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction = () => [{ title: "Packs · Undersigned" }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Packs() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { packs: say } = useWords().packs;
  const watch = useWatch();
  if (answer?.proof) return <Reauthenticate asked={answer.proof} />;
  const message = answer ? undefined : say.done[page.done ?? ""];
  return (
    <>
      <PageHead title={say.title} text={say.text} />
      {message && (
        <div className="banner" role="status">
          <p>
            {message} {page.doneLetters > 0 && say.doneLetters(page.doneLetters)}
          </p>
        </div>
      )}
      {answer?.refused && (
        <div className="banner banner-error" role="alert">
          <p>{say.refused[answer.refused] ?? say.refused.unreadable}</p>
        </div>
      )}
      <SentBackNotes sentBack={page.sentBack} />
      <div className="pack-cols">
        <div>
          <CompanyTabs />
          <AskForPack page={page} />
          <section className="packs" aria-labelledby="history">
            <h2 id="history">{say.history}</h2>
            {page.packs.length === 0 ? (
              <Blank title={say.empty.title} text={say.empty.text} level={3} />
            ) : (
              page.packs.map((pack) => (
                <PackEntry
                  key={pack.publicId}
                  slug={page.slug}
                  pack={pack}
                  isAlone={page.isAlone}
                  mayExport={page.mayExport}
                  answer={answer?.pack === pack.publicId ? answer : undefined}
                  now={page.madeOn}
                  onFetch={watch}
                />
              ))
            )}
          </section>
        </div>
        <Keys slug={page.slug} keys={page.keys} />
      </div>
    </>
  );
}
