import { useWords } from "#app/ui/locale.tsx";
import { Link, useLocation } from "#app/ui/remix.ts";
import { type Company, useCompanies } from "./companies.ts";

/**
 * Links the same page for the campaign's other companies, if it has several. `only`: those with such a page.
 */
export function CompanyTabs({ only = () => true }: { only?: (company: Company) => boolean }) {
  const { meetings } = useWords();
  const { companies: all, current, at } = useCompanies();
  const { pathname } = useLocation();
  const companies = all.filter(only);
  if (all.length < 2) return null;
  return (
    <nav className="companies" aria-label={meetings.companies.title}>
      {companies.map(({ slug, name }) => (
        <Link key={slug} to={at(pathname, slug)} aria-current={slug === current?.slug ? "page" : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}

/** Names the company of the page, or the one with slug `of`, if there are several. */
export function CompanyName({ of }: { of?: string | null }) {
  const { companies, current } = useCompanies();
  const company = of ? companies.find(({ slug }) => slug === of) : current;
  return companies.length < 2 || !company ? null : <p className="of-company">{company.name}</p>;
}
