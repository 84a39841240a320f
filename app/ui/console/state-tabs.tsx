import { Link } from "#app/ui/remix.ts";

type StateTabsProps = {
  label: string;
  /** `count`: the number of rows, in words. */
  tabs: readonly { label: string; count: string; to: string; isCurrent: boolean }[];
};

/** Links a list's states, with the rows in each. */
export function StateTabs({ label, tabs }: StateTabsProps) {
  return (
    <nav aria-label={label} className="tabs">
      {tabs.map((tab) => (
        <Link key={tab.label} to={tab.to} aria-current={tab.isCurrent ? "page" : undefined}>
          {tab.label} <span className="num">{tab.count}</span>
        </Link>
      ))}
    </nav>
  );
}
