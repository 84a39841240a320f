type CompanyLinksProps = {
  /** Addresses with their language. `current`: the company of this page. */
  links: readonly { name: string; href: string; current?: boolean }[];
};

/** Links to the same page for each of a campaign's companies; nothing if there is only one. */
export function CompanyLinks({ links }: CompanyLinksProps) {
  if (links.length <= 1) return null;
  return (
    <ul className="companies">
      {links.map(({ name, href, current }) => (
        <li key={href}>
          <a href={href} aria-current={current ? "page" : undefined}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
