import type { ReactNode } from "react";
import type { ListedName, NamePage } from "#app/domain/names/listed-name.ts";
import { countryName } from "#app/i18n/index.ts";
import type { PageCampaign } from "#app/ui/footer.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";

/** Lists people who chose to be shown, by name or initials and country. Search engines may quote nothing. */
export function NameList({ names }: { names: readonly ListedName[] }) {
  const locale = useLocale();
  if (names.length === 0) return null;
  return (
    <ol className="name-list" data-nosnippet="">
      {names.map(({ publicId, name, country }) => (
        <li key={publicId}>
          <bdi>{name}</bdi> <span>{countryName(locale, country)}</span>
        </li>
      ))}
    </ol>
  );
}

/** Says how to leave the list. */
export function LeaveList() {
  const { leave } = useWords().names;
  const to = useLocalizedPath();
  return (
    <p className="small muted gap">
      {leave.text} <a href={to("/manage")}>{leave.link}</a>
    </p>
  );
}

type OlderNamesProps = {
  campaign: PageCampaign;
  examples: boolean;
  /** The address of the list's first page, without its language. */
  first: string;
  /** The list's name. */
  title: string;
  page: NamePage;
  /** More content under this list. */
  children?: ReactNode;
};

/** Shows the second and later pages of a list of people. */
export function OlderNames({ campaign, examples, first, title, page, children }: OlderNamesProps) {
  const { names: say } = useWords();
  const to = useLocalizedPath();
  return (
    <Page campaign={campaign} examples={examples}>
      <p className="eyebrow">
        <a href={to(first)}>{title}</a>
      </p>
      <h1>{say.olderTitle}</h1>
      {page.names.length === 0 && <p className="standfirst">{say.noneOlder}</p>}
      <NameList names={page.names} />
      <p className="gap name-pages">
        <a href={to(first)}>{say.newest}</a>
        {page.older && (
          <a href={to(`${first}/page/${page.older}`)} rel="next">
            {say.older}
          </a>
        )}
      </p>
      <LeaveList />
      {children}
    </Page>
  );
}
