import { claimActs } from "#app/domain/campaign/claims/acts.server.ts";
import { actionOf } from "#app/http/acts.server.ts";
import type { LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { words } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { ActNote } from "#app/ui/console/act-note.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Form, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { load } from "./load.server.ts";

export const loader = (args: LoaderFunctionArgs) => load(args);

export const action = actionOf(claimActs, { unnamed: "remove-chosen" });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const { title } = words("en").editing.claims.removal;
  return [{ title: `${title(page?.going.length ?? 0)} · Undersigned` }];
};

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function RemoveClaims() {
  const { slug, groups, going, sources, updates, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { editing } = useWords();
  const say = editing.claims.removal;
  const page = `/organize/c/${slug}/edit`;
  return (
    <>
      <p className="crumb">
        <a href={`${page}/claims`}>{editing.claims.all}</a>
      </p>
      <div className="cluster loose gap">
        <h2>{say.title(going.length)}</h2>
      </div>
      <ActNote of="claim" done={null} answer={answer} />
      {groups.map(({ fate, claims }) => (
        <section key={fate} className="block" aria-labelledby={`fate-${fate}`}>
          <h3 id={`fate-${fate}`}>
            {say.fates[fate]} ({claims.length})
          </h3>
          <p className="muted">{say.fateTexts[fate]}</p>
          <ul className="list measure">
            {claims.map(({ id, position, text, attribution }) => (
              <li key={id}>
                <p className="small muted">
                  {say.one(position)} · {attribution}
                </p>
                <p className="what">{text}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {sources.length > 0 && (
        <section className="block" aria-labelledby="sources-stay">
          <h3 id="sources-stay">{say.sources}</h3>
          <ul className="list measure">
            {sources.map(({ publisher, title, claims }) => (
              <li key={`${publisher} ${title}`}>
                {say.source(title === null ? publisher : `${publisher}, ${title}`, claims)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {updates.length > 0 && (
        <section className="block" aria-labelledby="updates-cite">
          <h3 id="updates-cite">{say.updates}</h3>
          <p className="muted">{say.updatesText}</p>
          <ul className="list measure">
            {updates.map(({ publicId, subject, claims }) => (
              <li key={publicId}>
                <a href={`/organize/c/${slug}/updates/${publicId}`}>
                  {say.update(subject || say.noSubject, claims)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {going.length === 0 ? (
        <p className="banner">{say.none}</p>
      ) : mayWrite ? (
        <Form method="post" className="cluster loose">
          {going.map((one) => (
            <input key={one} type="hidden" name="claim" value={one} />
          ))}
          <Button variant="act">{say.confirm(going.length)}</Button>
          <span className="small muted">{say.hint}</span>
        </Form>
      ) : (
        <p>{editing.noWrite}</p>
      )}
      <p className="gap">
        <a href={`${page}/claims`}>{say.cancel}</a>
      </p>
    </>
  );
}
