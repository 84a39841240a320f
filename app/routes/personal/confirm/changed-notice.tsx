import type { EntryPart } from "#app/domain/entries/entry-part.ts";
import { useAnswerTitle } from "#app/ui/answer-title.tsx";
import { useWords } from "#app/ui/locale.tsx";

/** Why nothing was confirmed: what the page displayed is not what would be. Names no part where it is not known which. */
export function ChangedNotice({ parts }: { parts: readonly EntryPart[] }) {
  const { changed } = useWords().personal.confirm;
  useAnswerTitle({ says: changed.title });
  return (
    <p className="notice gap" role="alert">
      {parts.length ? changed.parts(parts.map((part) => changed.names[part])) : changed.unknown}
    </p>
  );
}
