import { diffWords } from "#app/domain/campaign/history/diff-words.ts";
import { useWords } from "#app/ui/locale.tsx";

/** Shows what changed between two texts: removed words struck, added ones underlined. */
export function Diff({ before, after }: { before: string; after: string }) {
  const { stale: say } = useWords().editing;
  // Equal texts in a row are told apart by position.
  let place = 0;
  return (
    <div className="diff plain-text max-w-[68ch]">
      {diffWords(before, after).map(({ kind, text }) => {
        place += text.length + 1;
        if (kind === "same") return <span key={place}>{text}</span>;
        const Mark = kind === "removed" ? "del" : "ins";
        return (
          <Mark key={place} title={kind === "removed" ? say.removed : say.added}>
            {text}
          </Mark>
        );
      })}
    </div>
  );
}
