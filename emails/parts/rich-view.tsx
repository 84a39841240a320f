import type { CSSProperties } from "react";
import { type Locale, words } from "#app/i18n/index.ts";
import { mailType } from "#app/lib/type-scale.ts";
import type { ClaimExcerpt, Inline, RichBlock } from "./rich-text.ts";
import { kinds, rule, sans, set, styles } from "./style.ts";

type RichViewProps = {
  blocks: readonly RichBlock[];
  locale: Locale;
  /** Within a quote or an item, which has its own margin. */
  inside?: boolean;
};

/** Renders rich text with inline styles. Pieces never move, so places are their keys. */
export function RichView({ blocks, locale, inside = false }: RichViewProps) {
  return blocks.map((block, place) => (
    <BlockView
      key={String(place)}
      block={block}
      locale={locale}
      after={inside && place === blocks.length - 1 ? "0" : "20px"}
    />
  ));
}

/** `after` is the bottom margin. */
function BlockView({ block, locale, after }: { block: RichBlock; locale: Locale; after: string }) {
  switch (block.kind) {
    case "heading": {
      const Heading = `h${block.level}` as const;
      return (
        <Heading className="ink" style={headings[block.level]}>
          <Runs of={block.of} />
        </Heading>
      );
    }
    case "paragraph":
      return (
        <p className="ink" style={{ ...styles.paragraph, marginBottom: after }}>
          <Runs of={block.of} />
        </p>
      );
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List className="ink" style={{ ...list, marginBottom: after }}>
          {block.items.map((item, place) => (
            <li key={String(place)} style={{ margin: "0 0 8px" }}>
              <Item of={item} locale={locale} />
            </li>
          ))}
        </List>
      );
    }
    case "quote":
      return (
        <blockquote className="rule" style={{ ...indented, borderLeft: bar, marginBottom: after }}>
          <RichView blocks={block.of} locale={locale} inside />
        </blockquote>
      );
    case "rule":
      return <hr className="rule" style={{ border: 0, borderTop: `1px solid ${rule}`, margin: "32px 0" }} />;
    case "claim":
      return <Claim claim={block} locale={locale} />;
  }
}

/** An item's first paragraph is next to its bullet or number. */
function Item({ of: [first, ...rest], locale }: { of: readonly RichBlock[]; locale: Locale }) {
  if (first?.kind !== "paragraph") {
    return <RichView blocks={first ? [first, ...rest] : []} locale={locale} inside />;
  }
  return (
    <>
      <Runs of={first.of} />
      {rest.length > 0 && (
        <div style={{ marginTop: "8px" }}>
          <RichView blocks={rest} locale={locale} inside />
        </div>
      )}
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
        <a className="link" href={run.url} style={link}>
          <Runs of={run.of} />
        </a>
      );
  }
}

function Claim({ claim, locale }: { claim: ClaimExcerpt; locale: Locale }) {
  const { limits } = words(locale).case;
  return (
    <div className="rule" style={{ ...indented, borderLeft: bar }}>
      <p
        className={`k-${claim.claim}`}
        style={{ ...styles.codeLabel, color: kinds[claim.claim], marginBottom: "4px" }}
      >
        {claim.label}
      </p>
      <p className="ink" style={{ ...styles.paragraph, marginBottom: "4px" }}>
        <Runs of={inLines(claim.text)} />
      </p>
      <p className="muted" style={{ ...styles.footer, marginBottom: 0 }}>
        {claim.limits && (
          <>
            {limits}: {claim.limits}
            <br />
          </>
        )}
        {claim.url ? (
          <a className="link" href={claim.url} style={link}>
            {claim.source}
          </a>
        ) : (
          claim.source
        )}
      </p>
    </div>
  );
}

const inLines = (text: string): Inline[] =>
  text
    .split("\n")
    .flatMap((line, place) => [
      ...(place > 0 ? [{ kind: "break" as const }] : []),
      { kind: "text" as const, text: line },
    ]);

const link = { ...styles.link, overflowWrap: "anywhere" } satisfies CSSProperties;
const bar = `3px solid ${rule}`;
const indented = { margin: "0 0 20px", padding: "2px 0 2px 18px" } satisfies CSSProperties;
const list = { ...styles.paragraph, padding: "0 0 0 26px" } satisfies CSSProperties;
const headings = {
  2: {
    ...styles.paragraph,
    marginTop: "32px",
    marginBottom: "10px",
    ...set(mailType.section),
    fontWeight: 600,
  },
  3: {
    ...styles.paragraph,
    marginTop: "24px",
    marginBottom: "8px",
    fontFamily: sans,
    ...set(mailType.heading),
    fontWeight: 600,
  },
} satisfies Record<2 | 3, CSSProperties>;
