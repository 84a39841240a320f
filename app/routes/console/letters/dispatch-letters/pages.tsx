import { PageLinks } from "#app/ui/console/page-links.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { pageAddress } from "./place.ts";

type PagesProps = { before: string | null; after: string | null };

export function Pages({ before, after }: PagesProps) {
  const { letters: say } = useWords().letterConsole.dispatches;
  if (before === null && after === null) return null;
  return (
    <PageLinks
      label={say.pages}
      sides={[
        { label: say.before, to: before && pageAddress({ side: "before", than: before }), rel: "prev" },
        { label: say.after, to: after && pageAddress({ side: "after", than: after }), rel: "next" },
      ]}
    />
  );
}
