type CompanyLinksProps = {
  /** With their language. `current`: the one that the page is about. */
  links: readonly { name: string; href: string; current?: boolean }[];
};

/** Leads to what a campaign has of each of its companies; nothing where there is one. */
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
