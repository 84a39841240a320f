import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";

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
