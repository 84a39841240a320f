import type { NamePage } from "#app/domain/names/listed-name.ts";
import { Heading } from "#app/ui/heading.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { LeaveList } from "#app/ui/names/leave-list.tsx";
import { NameList } from "#app/ui/names/name-list.tsx";

/** Lists holders who chose to be shown; nothing without any. */
export function NamedHolders({ slug, named }: { slug: string; named: NamePage }) {
  const { holders, older } = useWords().names;
  const to = useLocalizedPath();
  if (named.names.length === 0 && named.older === null) return null;
  return (
    <section>
      <Heading>{holders.heading}</Heading>
      <p>{holders.text}</p>
      <NameList names={named.names} />
      {named.older && (
        <p className="gap">
          <a href={to(`/c/${slug}/pledges/page/${named.older}`)} rel="next">
            {older}
          </a>
        </p>
      )}
      <LeaveList />
    </section>
  );
}
