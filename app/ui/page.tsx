import type { ReactNode } from "react";
import type { Imprint } from "#app/domain/campaigns/campaign.ts";
import { Footer } from "./footer.tsx";
import { useLocalizedPath, useWords } from "./locale.tsx";
import { Wordmark } from "./wordmark.tsx";

/** What the frame of a page says of its campaign: any `Campaign` will do. */
export type PageCampaign = { slug: string; company: string; imprint: Imprint };

type PageProps = {
  /** The campaign the page belongs to. Without one, masthead and footer speak for the product alone. */
  campaign?: PageCampaign | null | undefined;
  /** True in local mode: what is missing of the imprint is filled with marked examples. */
  examples?: boolean | undefined;
  /** The entry of the masthead that is this page. */
  current?: "case" | "pledge" | "letter" | "sources" | "updates" | "privacy" | undefined;
  /** True where the campaign has sent updates that everyone may read: masthead and footer lead to them. */
  hasUpdates?: boolean | undefined;
  /** `column`: one column in the margin's rhythm, for small pages. `plain`: the content lays itself out. */
  layout?: "column" | "plain" | undefined;
  children: ReactNode;
};

/** The frame of every public and personal page: skip link, masthead, main, and who runs and pays for this. */
export function Page(props: PageProps) {
  const { campaign, examples = false, current, hasUpdates = false, layout = "column", children } = props;
  const { common } = useWords();
  return (
    <>
      <a className="skip" href="#main">
        {common.skip}
      </a>
      <header className="wrap mast">
        <Wordmark />
        {campaign && <Masthead slug={campaign.slug} current={current} hasUpdates={hasUpdates} />}
      </header>
      <main id="main" className={layout === "column" ? "wrap column" : "wrap"}>
        {children}
      </main>
      <Footer campaign={campaign} examples={examples} hasUpdates={hasUpdates} />
    </>
  );
}

/** A phone has room for one; its footer leads to all. */
const onPhones = "pledge";

type MastheadProps = { slug: string; current: PageProps["current"]; hasUpdates: boolean };

function Masthead({ slug, current, hasUpdates }: MastheadProps) {
  const { common } = useWords();
  const to = useLocalizedPath();
  const links = [
    { id: "case", path: `/c/${slug}`, label: common.nav.case },
    { id: "pledge", path: `/c/${slug}/pledge`, label: common.nav.shareholders },
    { id: "letter", path: `/c/${slug}/letter`, label: common.nav.letter },
    { id: "sources", path: `/c/${slug}/sources`, label: common.nav.sources },
    ...(hasUpdates ? [{ id: "updates", path: `/c/${slug}/updates`, label: common.nav.updates }] : []),
    { id: "privacy", path: "/privacy", label: common.nav.privacy },
  ];
  return (
    <nav aria-label={common.nav.label}>
      <ul>
        {links.map(({ id, path, label }) => (
          <li key={id} className={id === onPhones ? undefined : "wide"}>
            <a href={to(path)} aria-current={id === current ? "page" : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
