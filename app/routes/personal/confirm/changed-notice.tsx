import type { EntryPart } from "#app/domain/entries/entry-part.ts";
import { useAnswerTitle } from "#app/ui/answer-title.tsx";
import { useWords } from "#app/ui/locale.tsx";

/** Says why nothing was confirmed: the entry changed since the page was shown. Names parts where known. */
export function ChangedNotice({ parts }: { parts: readonly EntryPart[] }) {
  const { changed } = useWords().personal.confirm;
  useAnswerTitle({ says: changed.title });
  return (
    <p className="notice gap" role="alert">
      {parts.length ? changed.parts(parts.map((part) => changed.names[part])) : changed.unknown}
    </p>
  );
}
