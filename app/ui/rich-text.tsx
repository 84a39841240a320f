import type { Inline, RichBlock } from "#app/domain/outgoing/updates/archive/published-update.ts";
import { useWords } from "./locale.tsx";

/** Shows an update's words on a page and in a feed. Blocks never move, so indexes are keys. */
export function RichText({ blocks }: { blocks: readonly RichBlock[] }) {
  return blocks.map((block, place) => <Block key={String(place)} block={block} />);
}

function Block({ block }: { block: RichBlock }) {
  switch (block.kind) {
    case "heading": {
      const Heading = `h${block.level}` as const;
      return (
        <Heading>
          <Runs of={block.of} />
        </Heading>
      );
    }
    case "paragraph":
      return (
        <p>
          <Runs of={block.of} />
        </p>
      );
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List>
          {block.items.map((item, place) => (
            <li key={String(place)}>
              <Item of={item} />
            </li>
          ))}
        </List>
      );
    }
    case "quote":
      return (
        <blockquote>
          <RichText blocks={block.of} />
        </blockquote>
      );
    case "rule":
      return <hr />;
    case "claim":
      return <ClaimExcerpt claim={block} />;
  }
}

/** An item's first paragraph is next to its bullet. */
function Item({ of: [first, ...rest] }: { of: readonly RichBlock[] }) {
  if (first?.kind !== "paragraph") return <RichText blocks={first ? [first, ...rest] : []} />;
  return (
    <>
      <Runs of={first.of} />
      <RichText blocks={rest} />
    </>
  );
}

function Runs({ of }: { of: readonly Inline[] }) {
  return of.map((run, place) => <Run key={String(place)} run={run} />);
}

function Run({ run }: { run: Inline }) {
  switch (run.kind) {
    case "text":
      return run.text;
    case "break":
      return <br />;
    case "strong":
      return (
        <strong>
          <Runs of={run.of} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <Runs of={run.of} />
        </em>
      );
    case "link":
      return (
        <a href={run.url}>
          <Runs of={run.of} />
        </a>
      );
  }
}

/** A claim of the case as an update quotes it: with its kind, limits and source. */
function ClaimExcerpt({ claim }: { claim: Extract<RichBlock, { kind: "claim" }> }) {
  const words = useWords().case;
  return (
    <aside className={`excerpt of-${claim.claim}`}>
      <p className="kind">{claim.label}</p>
      <p>{claim.text}</p>
      <dl className="notes">
        <dt>{words.source}</dt>
        <dd>{claim.url ? <a href={claim.url}>{claim.source}</a> : claim.source}</dd>
        {claim.limits && (
          <>
            <dt>{words.limits}</dt>
            <dd>{claim.limits}</dd>
          </>
        )}
      </dl>
    </aside>
  );
}
