import { type Membership, mayDo, type OrganizerRight } from "#app/domain/access/organizer.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Link, useLocation } from "#app/ui/remix.ts";
import { useCompanies } from "./companies.ts";

type LetterTabsProps = Membership & {
  slug: string;
  /** Letters that wait for review. */
  onHold: number;
};

const pages = [
  ["letters", "view-names"],
  ["moderation", "review"],
  ["dispatches", "view"],
  ["replies", "view"],
  ["recipients", "view"],
  ["settings", "view"],
] as const satisfies [string, OrganizerRight][];

/** Links the pages of letters that the organizer may open. */
export function LetterTabs({ slug, onHold, ...member }: LetterTabsProps) {
  const { tabs: say } = useWords().letterConsole;
  const locale = useLocale();
  const { at } = useCompanies();
  const base = `/organize/c/${slug}/letters`;
  const [, section = ""] = useLocation().pathname.split(`${base}/`);
  // A single letter's page belongs to the list's tab.
  const current = pages.find(([page]) => section.split("/")[0] === page)?.[0] ?? "letters";
  return (
    <nav className="tabs mb-5" aria-label={say.label}>
      {pages.map(([page, right]) =>
        mayDo(member, right) ? (
          <Link
            key={page}
            to={at(page === "letters" ? base : `${base}/${page}`)}
            aria-current={page === current ? "page" : undefined}
          >
            {say[page]}
            {page === "moderation" && onHold > 0 && (
              <span className="num">{formatNumber(locale, onHold)}</span>
            )}
          </Link>
        ) : null,
      )}
    </nav>
  );
}
