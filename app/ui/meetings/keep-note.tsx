import type { CompanyEditing } from "#app/domain/campaign/meetings/company-editing.ts";
import { useWords } from "#app/ui/locale.tsx";

/** Says, instead of a form, why the reader cannot change these values, and who can. */
export function KeepNote({ keeping }: { keeping: Exclude<CompanyEditing, "keeps"> }) {
  const { cannotKeep } = useWords().meetings;
  return <p className="muted small">{cannotKeep[keeping]}</p>;
}
