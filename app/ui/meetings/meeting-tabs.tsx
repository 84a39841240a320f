import { useLaw } from "#app/ui/console/law.ts";
import { useWords } from "#app/ui/locale.tsx";
import { NavLink } from "#app/ui/remix.ts";

/** From the meetings to the company's figures and the rule, and back. */
export function MeetingTabs({ slug }: { slug: string }) {
  const { tabs: say } = useWords().meetings;
  const { rule } = useLaw();
  const base = `/organize/c/${slug}/meetings`;
  return (
    <nav className="tabs" aria-label={say.label}>
      <NavLink to={base} end>
        {say.meetings}
      </NavLink>
      <NavLink to={`${base}/company`}>{say.company}</NavLink>
      <NavLink to={`${base}/figures`}>{say.figures}</NavLink>
      {rule && <NavLink to={`${base}/rule`}>{rule}</NavLink>}
    </nav>
  );
}
