import type { ReactNode } from "react";
import type { Words } from "#app/i18n/index.ts";
import { Footer, type PageCampaign } from "./footer.tsx";
import { type CameBack, LanguageLinks, LanguagesProvider } from "./language.tsx";
import { useLocalizedPath, useWords } from "./locale.tsx";
import { Wordmark } from "./wordmark.tsx";

type PageProps = {
  /** The page's campaign. Without one, masthead and footer are about the product alone. */
  campaign?: PageCampaign | null | undefined;
  /** Local mode: missing organization details are filled with marked examples. */
  examples?: boolean | undefined;
  /** The masthead's entry for this page. */
  current?: "case" | "pledge" | "letter" | "sources" | "updates" | "privacy" | undefined;
  /** For a returned form with `FormInOtherLanguages`: keeps what was typed. */
  cameBack?: CameBack;
  /** `column`: one column with margins, for small pages. `plain`: the content has its own layout. */
  layout?: "column" | "plain" | undefined;
  /** Label of a first skip link, to the form's first field. */
  first?: string | undefined;
  children: ReactNode;
};

/** Frames public and personal pages: skip link, masthead, main, and who runs and pays for this. */
export function Page(props: PageProps) {
  const { campaign, examples = false, current, layout = "column", first, children } = props;
  const { common } = useWords();
  return (
    <LanguagesProvider cameBack={props.cameBack ?? null} offered={campaign?.offered}>
      {first && (
        <a className="skip" href="#name">
          {first}
        </a>
      )}
      <a className="skip" href="#main">
        {common.skip}
      </a>
      <header className="wrap mast">
        <Wordmark />
        <Masthead campaign={campaign} current={current} />
      </header>
      <main id="main" className={layout === "column" ? "wrap column" : "wrap"}>
        {children}
      </main>
      <Footer campaign={campaign} examples={examples} brief={current === "case"} />
    </LanguagesProvider>
  );
}

/** A phone has room for two, and on the case for none; its footer links all. */
const onPhones = ["pledge", "letter"];

function Masthead({ campaign, current }: Pick<PageProps, "campaign" | "current">) {
  const { common } = useWords();
  const to = useLocalizedPath();
  const links = campaign ? linksOf(campaign, common.nav) : [];
  return (
    <nav aria-label={common.nav.label}>
      <ul>
        {links.map(({ id, path, label }) => (
          <li key={id} className={onPhones.includes(id) && current !== "case" ? undefined : "wide"}>
            <a href={to(path)} aria-current={id === current ? "page" : undefined}>
              {label}
            </a>
          </li>
        ))}
        <LanguageLinks />
      </ul>
    </nav>
  );
}

function linksOf({ slug, hasUpdates }: PageCampaign, nav: Words["common"]["nav"]) {
  return [
    { id: "case", path: `/c/${slug}`, label: nav.case },
    { id: "pledge", path: `/c/${slug}/pledge`, label: nav.shareholders },
    { id: "letter", path: `/c/${slug}/letter`, label: nav.letter },
    ...(hasUpdates ? [{ id: "updates", path: `/c/${slug}/updates`, label: nav.updates }] : []),
  ];
}
