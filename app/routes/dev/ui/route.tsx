import { Fragment } from "react";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { Page } from "#app/ui/page.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/specimens.css?url";
import tokensCss from "#app/ui/styles/tokens.css?raw";
import { readTokens } from "#app/ui/tokens.ts";
import { Wordmark } from "#app/ui/wordmark.tsx";
import { drawSpecimens } from "./draw.server.tsx";
import { Sizes } from "./sizes.tsx";
import { Colours, Contrasts, Steps } from "./tokens.tsx";
import looks from "./words.ts";

/** Shows the design system to developers here. */
export async function loader({ context: { isLocalRequest, locale } }: LoaderFunctionArgs) {
  if (!isLocalRequest) throw notFound();
  const { title } = looks;
  return { title, tokens: readTokens(tokensCss), specimens: drawSpecimens(locale) };
}

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: "/dev/ui.css" },
];

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Undersigned` }];

export default function Specimens() {
  const { tokens } = useLoaderData<typeof loader>();
  return (
    <Page layout="plain">
      <div className="specimens">
        <h1>{looks.title}</h1>
        <p className="standfirst">{looks.standfirst}</p>
        <h2>{looks.marks.heading}</h2>
        <p>{looks.marks.text}</p>
        <Marks />
        <h2>{looks.type.heading}</h2>
        <p>{looks.type.text}</p>
        <Type />
        <h3>{looks.type.byRole}</h3>
        <p>{looks.type.byRoleText}</p>
        <Sizes />
        <h2>{looks.colour.heading}</h2>
        <p>{looks.colour.text}</p>
        <Contrasts tokens={tokens} />
        <h3>{looks.colour.values}</h3>
        <Colours tokens={tokens} />
        <h2>{looks.spacing.heading}</h2>
        <p>{looks.spacing.text}</p>
        <Steps />
        <h2>{looks.motion.heading}</h2>
        <p>{looks.motion.text}</p>
        <Areas />
      </div>
    </Page>
  );
}

const Marks = () => (
  <p className="marks">
    <Wordmark />
    {[16, 32, 64].map((size) => (
      <img key={size} src="/favicon.svg" alt="" width={size} height={size} />
    ))}
    <img src="/apple-touch-icon.png" alt="" width={90} height={90} />
  </p>
);

function Type() {
  const { rows, sample } = looks.type;
  return Object.entries(rows).map(([name, what]) => (
    <p key={name} className="type-row">
      <span className="small muted">{what}</span>
      <span className={`as-${name}`}>{sample}</span>
    </p>
  ));
}

function Areas() {
  return useLoaderData<typeof loader>().specimens.map(({ area, specimens }) => (
    <Fragment key={area}>
      <h2>{looks.areas[area].heading}</h2>
      <p>{looks.areas[area].text}</p>
      <div className={`of-${area}`}>
        {specimens.map((specimen) => (
          <Specimen key={specimen.of} className={area === "console" ? "console" : ""} {...specimen} />
        ))}
      </div>
    </Fragment>
  ));
}

type Drawn = ReturnType<typeof drawSpecimens>[number]["specimens"][number];

function Specimen({ of, states, className }: Drawn & { className: string }) {
  const names: Record<string, string> = looks.states;
  return (
    <section className="specimen" aria-label={of}>
      <h3>{of}</h3>
      {states.map(({ state, drawn }) => (
        <div key={state}>
          <p className="small muted">{names[state]}</p>
          <div className="both">
            {drawn.map(({ theme, html }) => (
              <div
                key={theme}
                className={`theme-${theme} ${state === "focus" ? "focused" : className}`.trim()}
                // biome-ignore lint/security/noDangerouslySetInnerHtml: our own components, with made-up words
                dangerouslySetInnerHTML={{ __html: html }}
              />
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}
