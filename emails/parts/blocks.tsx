import { Button } from "@react-email/button";
import { Link } from "@react-email/link";
import { Text } from "@react-email/text";
import { Fragment, type ReactNode } from "react";
import { type Locale, words } from "#app/i18n/index.ts";
import { mailType } from "#app/lib/type-scale.ts";
import type { Block, FootLink, Letter } from "./letter.ts";
import { RichView } from "./rich-view.tsx";
import { act, ink, onAct, rule, sans, set, styles, warning } from "./style.ts";

/** Renders the pieces of an email. They never move, so places are their keys. */
export const Blocks = ({ letter }: { letter: Letter }) =>
  letter.blocks.map((block, place) => <BlockView key={String(place)} block={block} locale={letter.locale} />);

function BlockView({ block, locale }: { block: Block; locale: Locale }) {
  switch (block.kind) {
    case "paragraph":
      return <Paragraph>{block.text}</Paragraph>;
    case "button":
      return block.quiet ? (
        <QuietAction {...block} />
      ) : (
        <Action {...block} fails={words(locale).mail.parts.buttonFails} />
      );
    case "line":
      return <Line />;
    case "facts":
      return <Facts {...block} />;
    case "code":
      return <Code {...block} />;
    case "notice":
      return <Notice text={block.text} />;
    case "rich":
      return <RichView blocks={block.of} locale={locale} />;
    case "notes":
      return <Notes {...block} />;
    case "links":
      return <Links {...block} />;
    case "link":
      return (
        <Paragraph>
          {block.text}
          <br />
          <Address url={block.url} label={block.label} />
        </Paragraph>
      );
  }
}

const Paragraph = ({ children }: { children: ReactNode }) => (
  <Text className="ink" style={styles.paragraph}>
    {children}
  </Text>
);

const Note = ({ children }: { children: ReactNode }) => (
  <Text className="muted" style={styles.note}>
    {children}
  </Text>
);

const Address = ({ url, label = url }: { url: string; label?: string | undefined }) => (
  <Link
    className="link"
    href={url}
    style={{ ...styles.link, wordBreak: "break-word", overflowWrap: "anywhere" }}
  >
    {label}
  </Link>
);

const button = {
  padding: "14px 28px",
  fontFamily: sans,
  ...set(mailType.button),
  fontWeight: 600,
  color: onAct,
  border: `1px solid ${act}`,
  borderRadius: "6px",
};

const Label = ({ label, url }: FootLink) => (
  <Link className="link" href={url} style={{ ...styles.link, whiteSpace: "nowrap" }}>
    {label}
  </Link>
);

function Links({ text, act, links, address }: Extract<Block, { kind: "links" }>) {
  const listed = (
    <>
      {links.map((link, place) => (
        <Fragment key={link.url}>
          {place > 0 && " · "}
          <Label {...link} />
        </Fragment>
      ))}
      <br />
      <Address url={address} />
    </>
  );
  if (act)
    return (
      <>
        <Paragraph>{text}</Paragraph>
        <ActButton {...act} />
        <Paragraph>{listed}</Paragraph>
      </>
    );
  return (
    <Paragraph>
      {text}
      <br />
      {listed}
    </Paragraph>
  );
}

const Line = () => (
  <table
    role="presentation"
    width="100%"
    cellPadding={0}
    cellSpacing={0}
    border={0}
    style={{ margin: "12px 0 20px" }}
  >
    <tbody>
      <tr>
        <td className="line" style={{ borderTop: `2px solid ${ink}`, fontSize: 0, lineHeight: 0 }} />
      </tr>
    </tbody>
  </table>
);

const QuietAction = ({ label, url, note, fresh }: Extract<Block, { kind: "button" }>) => (
  <Note>
    <Label label={label} url={url} />
    {note && (
      <>
        <br />
        {note}
      </>
    )}
    {fresh && (
      <>
        {" "}
        <Label {...fresh} />
      </>
    )}
  </Note>
);

type ActionProps = Extract<Block, { kind: "button" }> & {
  /** Precedes its address, for readers whose button does not work. */
  fails: string;
};

const ActButton = ({ label, url }: FootLink) => (
  <table
    role="presentation"
    className="wide"
    cellPadding={0}
    cellSpacing={0}
    border={0}
    style={{ margin: "8px 0 20px" }}
  >
    <tbody>
      <tr>
        <td className="act" style={{ backgroundColor: act, borderRadius: "6px" }}>
          <Button href={url} style={button}>
            {label}
          </Button>
        </td>
      </tr>
    </tbody>
  </table>
);

function Action({ label, url, note, fresh, fails }: ActionProps) {
  return (
    <>
      <ActButton label={label} url={url} />
      {note && (
        <Note>
          {note}
          {fresh && (
            <>
              {" "}
              <Label {...fresh} />
            </>
          )}
        </Note>
      )}
      <Note>
        {fails}
        <br />
        <Address url={url} />
      </Note>
    </>
  );
}

function Facts({ rows }: Extract<Block, { kind: "facts" }>) {
  const line = `1px solid ${rule}`;
  const cell = { borderTop: line, ...(rows.length === 1 && { borderBottom: line }) };
  return (
    <table
      className="facts"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      border={0}
      style={{ margin: "0 0 26px", borderCollapse: "collapse" }}
    >
      <tbody>
        {rows.map(({ label, value, lang }) => (
          <tr key={label}>
            <th
              scope="row"
              className="muted rule"
              align="left"
              style={{ ...styles.factLabel, ...cell, width: "112px", padding: "9px 12px 9px 0" }}
            >
              {label}
            </th>
            <td className="ink rule" lang={lang} style={{ ...styles.fact, ...cell, padding: "9px 0" }}>
              {[value].flat().map((line, place) => (
                <Fragment key={line}>
                  {place > 0 && <br />}
                  {line}
                </Fragment>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Notes({ heading, items }: Extract<Block, { kind: "notes" }>) {
  return (
    <>
      <Text className="muted" style={{ ...styles.codeLabel, margin: "6px 0 8px" }}>
        {heading}
      </Text>
      <ul className="muted" style={{ ...styles.note, margin: "0 0 24px", paddingLeft: "18px" }}>
        {items.map((item) => (
          <li key={item} style={{ marginBottom: "4px", overflowWrap: "anywhere" }}>
            {item}
          </li>
        ))}
      </ul>
    </>
  );
}

function Code({ label, code, note }: Extract<Block, { kind: "code" }>) {
  return (
    <>
      <Text className="muted" style={styles.codeLabel}>
        {label}
      </Text>
      <Text className="ink" style={{ ...styles.code, margin: "2px 0 8px" }}>
        {code}
      </Text>
      <Note>{note}</Note>
    </>
  );
}

function Notice({ text }: { text: string }) {
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      border={0}
      style={{ margin: "0 0 24px" }}
    >
      <tbody>
        <tr>
          <td
            className="notice"
            style={{ padding: "12px 16px", backgroundColor: warning, borderRadius: "6px" }}
          >
            <Text className="ink" style={{ ...styles.fact, margin: 0 }}>
              {text}
            </Text>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
