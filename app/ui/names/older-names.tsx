import type { ReactNode } from "react";
import type { NamePage } from "#app/domain/names/listed-name.ts";
import type { PageCampaign } from "#app/ui/footer.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { LeaveList } from "./leave-list.tsx";
import { NameList } from "./name-list.tsx";

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
