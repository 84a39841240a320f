import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";

/** How somebody on a list leaves it. */
export function LeaveList() {
  const { leave } = useWords().names;
  const to = useLocalizedPath();
  return (
    <p className="small muted gap">
      {leave.text} <a href={to("/manage")}>{leave.link}</a>
    </p>
  );
}
