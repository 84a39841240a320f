import { useCompanies } from "#app/ui/console/companies.ts";
import { CompanyTabs } from "#app/ui/console/company-tabs.tsx";
import { useLaw } from "#app/ui/console/law.ts";
import { useWords } from "#app/ui/locale.tsx";
import { NavLink } from "#app/ui/remix.ts";

/** Links a company's meetings, figures and rule, and all companies above. */
export function MeetingTabs({ slug }: { slug: string }) {
  const { tabs: say } = useWords().meetings;
  const { rule } = useLaw();
  const { at } = useCompanies();
  const base = `/organize/c/${slug}/meetings`;
  return (
    <>
      <CompanyTabs />
      <nav className="tabs" aria-label={say.label}>
        <NavLink to={at(base)} end>
          {say.meetings}
        </NavLink>
        <NavLink to={at(`${base}/company`)}>{say.company}</NavLink>
        <NavLink to={at(`${base}/figures`)}>{say.figures}</NavLink>
        {rule && <NavLink to={at(`${base}/rule`)}>{rule}</NavLink>}
      </nav>
    </>
  );
}
