import type { PackKey } from "#app/domain/outgoing/packs/pack-key.ts";
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCompany } from "#app/http/require-company.server.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { CompanyTabs } from "#app/ui/console/company-tabs.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { SentBackNotes } from "#app/ui/console/send-back.tsx";
import { useWatch } from "#app/ui/console/use-watch.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Form, Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import packStyles from "#app/ui/styles/console-packs.css?url";
import { type Answer, act } from "./action.server.ts";
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
      <div className="cols">
        <div>
          <CompanyTabs />
          <AskForPack page={page} />
          <section className="block gap-large" aria-labelledby="history">
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

type AskForPackProps = {
  page: {
    slug: string;
    now: Record<"signatures" | "letters" | "leftOut" | "names", number>;
    mayReview: boolean;
    mayExport: boolean;
    waits: number | null;
  };
};

const figures = ["signatures", "letters", "leftOut", "names"] as const;

/** Counts what a pack would hold now, with the button to ask. */
function AskForPack({ page: { slug, now, mayReview, mayExport, waits } }: AskForPackProps) {
  const { packs: say } = useWords().packs;
  const locale = useLocale();
  return (
    <section className="stack" aria-labelledby="now">
      <h2 id="now">{say.nowHeading}</h2>
      <dl className="figures">
        {figures.map((name) => (
          <div key={name}>
            <dt>{say.now[name]}</dt>
            <dd>{formatNumber(locale, now[name])}</dd>
          </div>
        ))}
      </dl>
      {now.names > 0 && (
        <p className="warn">
          {say.nowNames(now.names)}{" "}
          {mayReview && <Link to={`/organize/c/${slug}/names`}>{say.decideNames}</Link>}
        </p>
      )}
      {waits !== null && <p className="muted">{say.waits(waits)}</p>}
      {waits === null && mayExport && (
        <Form method="post" preventScrollReset className="stack">
          <Button variant="act" name="intent" value="ask">
            {say.ask}
          </Button>
          <p className="hint">{say.askText}</p>
        </Form>
      )}
    </section>
  );
}

/** Shows the key that signs packs, to compare with what a pack names. */
function Keys({ slug, keys }: { slug: string; keys: readonly PackKey[] }) {
  const { packs: say } = useWords().packs;
  const [key] = keys;
  if (!key) return null;
  return (
    <section className="block stack mono" aria-labelledby="key">
      <h2 id="key">{say.keyHeading}</h2>
      <p className="small">{say.keyText}</p>
      <dl className="facts">
        <div>
          <dt>{say.keyId}</dt>
          <dd className="hash">{key.id.replace(/(.{8})(?=.)/g, "$1 ")}</dd>
        </div>
        <div>
          <dt>{say.keyPublic}</dt>
          <dd className="hash">{key.publicKey}</dd>
        </div>
      </dl>
      <p className="small">
        <code>npm run cli -- verify-pack FILE --key {key.publicKey}</code>
      </p>
      <p className="small">
        <a href={`/c/${slug}/pack-key.json`}>{say.keyPage}</a>
      </p>
    </section>
  );
}
